import type { AddFileRequest } from './gen/types.gen.ts';

type Headers = Readonly<Record<string, string>> | undefined;

/** A body with a file goes as a form, which the runtime gives its content type; any other as JSON. */
export function toForm(body: AddFileRequest, headers: Headers) {
  if (body.file === undefined) return { body };
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    if (value instanceof File) form.append(name, value, value.name);
    else if (value instanceof Blob) form.append(name, value, name);
    else if (value != null) form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  // The generated types know JSON alone.
  return {
    body: form as unknown as AddFileRequest,
    bodySerializer: null,
    headers: { ...headers, 'Content-Type': null },
  };
}
