import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problems/problem.ts';

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
      const text = checkedText(body);
      if (text instanceof Problem) return done(text);
      void parseJson(request, text, (error: Error | null, value?: unknown) => {
        if (error) return done(new Problem('invalid_request_error', 'body is not valid JSON.', { param: 'body' }));
        const path = ESCAPED_TEXT.test(text) ? pathOfUnstorableText(value, '') : undefined;
        done(path === undefined ? null : unstorable(path), value);
      });
    },
  );
}

function checkedText(body: Buffer): string | Problem {
  if (!isUtf8(body)) return new Problem('invalid_request_error', 'body is not valid UTF-8.', { param: 'body' });
  if (isTooDeep(body)) {
    return new Problem('invalid_request_error', `body is nested deeper than ${MAX_DEPTH} levels.`, { param: 'body' });
  }
  return body.toString();
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

/** The only way a NUL or half of a surrogate pair gets into valid UTF-8 JSON. Postgres can store neither. */
const ESCAPED_TEXT = /\\u(0000|d[89a-f])/i;

function pathOfUnstorableText(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const memberPath = path === '' ? key : `${path}.${key}`;
    const found = isStorable(key) ? pathOfUnstorableText(member, memberPath) : path || 'body';
    if (found !== undefined) return found;
  }
  return undefined;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

function unstorable(path: string): Problem {
  return new Problem('invalid_request_error', `${path} holds a NUL character or half of a surrogate pair.`, {
    param: path,
  });
}
