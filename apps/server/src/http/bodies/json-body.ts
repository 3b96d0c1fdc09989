import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { faultOfValues } from './json-values.ts';
import { Problem } from '../problems/problem.ts';

export const MAX_BODY_BYTES = 20 * 1024 * 1024;
/** Deeper nesting has no use here and would exhaust the stack of whoever walks it. */
const MAX_DEPTH = 100;

/** Makes JSON the only body Fastify reads; everything else is answered 415. */
export function readJsonBodies(fastify: FastifyInstance): void {
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: MAX_BODY_BYTES },
    (request, body: Buffer, done) => {
      const refusal = refusalOf(request) ?? refusalOfBytes(body);
      if (refusal !== undefined) return done(refusal);
      // What a body that is not there means, its operation says.
      if (body.length === 0) return done(null, undefined);
      const text = body.toString();
      void parseJson(request, text, (error: Error | null, value?: unknown) => {
        if (error) return done(new Problem('invalid_request_error', 'body is not valid JSON.', { param: 'body' }));
        done(faultOfValues(text, value) ?? null, value);
      });
    },
  );
}

/** JSON is UTF-8 (RFC 8259, 8.1), and it is read as it comes. */
function refusalOf({ headers }: FastifyRequest): Problem | undefined {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (/^utf-?8$/i.test(charset)) return undefined;
  return new Problem('unsupported_media_type', 'Send the body as application/json in UTF-8.');
}

function refusalOfBytes(body: Buffer): Problem | undefined {
  if (!isUtf8(body)) return new Problem('invalid_request_error', 'body is not valid UTF-8.', { param: 'body' });
  if (!isTooDeep(body)) return undefined;
  return new Problem('invalid_request_error', `body is nested deeper than ${MAX_DEPTH} levels.`, { param: 'body' });
}

function isTooDeep(body: Buffer): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < body.length; index++) {
    const byte = body[index];
    if (byte === 0x22) inString = !inString;
    else if (inString) index += byte === 0x5c ? 1 : 0;
    else if (byte === 0x7b || byte === 0x5b) depth++;
    else if (byte === 0x7d || byte === 0x5d) depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
