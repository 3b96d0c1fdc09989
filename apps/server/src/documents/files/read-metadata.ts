import { Problem } from '../../http/problems/problem.ts';

/** Each chunk that is found brings its document's metadata along. */
export const MAX_METADATA_BYTES = 16_000;

/** The metadata of a file: an object, or its JSON text. Throws a Problem for anything else, or too much. */
export function readMetadata(given: string | Record<string, unknown> | undefined, param: string) {
  const metadata = typeof given === 'string' ? parse(given) : (given ?? {});
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) {
    throw new Problem('invalid_request_error', `${param} must be a JSON object.`, { param });
  }
  const text = JSON.stringify(metadata);
  if (Buffer.byteLength(text) > MAX_METADATA_BYTES) {
    throw new Problem('invalid_request_error', `${param} is larger than ${MAX_METADATA_BYTES} bytes.`, { param });
  }
  // The text of a form hides these in escapes.
  if (/\\u(?:0000|d[89a-f])/i.test(text)) {
    throw new Problem('invalid_request_error', `${param} holds a NUL character or half of a surrogate pair.`, {
      param,
    });
  }
  return metadata as Record<string, unknown>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
