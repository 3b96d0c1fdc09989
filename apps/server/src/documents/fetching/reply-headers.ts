import { MIMEType } from 'node:util';
import type { Dispatcher } from 'undici';

type Headers = Dispatcher.ResponseData['headers'];

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The first value of a header, or ''. */
export function firstHeader(headers: Headers, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** Where a reply sends us on to, if it does. */
export function redirectOf({ statusCode, headers }: Dispatcher.ResponseData): string | undefined {
  return REDIRECTS.has(statusCode) ? firstHeader(headers, 'location') || undefined : undefined;
}

/** The media type, without parameters, and the charset. */
export function contentTypeOf(headers: Headers): { contentType: string | undefined; charset: string | undefined } {
  try {
    const { essence, params } = new MIMEType(firstHeader(headers, 'content-type'));
    return { contentType: essence, charset: params.get('charset') ?? undefined };
  } catch {
    return { contentType: undefined, charset: undefined };
  }
}
