import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.ts';
import { faultOfTexts } from './json-values.ts';

/** A form without a file holds a few settings. */
const MAX_FORM_BYTES = 1024 * 1024;

/** Reads `application/x-www-form-urlencoded` bodies; which operation takes one is the contract's to say. */
export function readFormBodies(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: MAX_FORM_BYTES },
    (_request, body: Buffer, done) => {
      if (!isUtf8(body)) {
        return done(new Problem('invalid_request_error', 'body is not valid UTF-8.', { param: 'body' }));
      }
      const form = formOf([...new URLSearchParams(body.toString())]);
      done(faultOfTexts(form) ?? null, form);
    },
  );
}

/** The fields of a form. One that is there more than once is a list. `fromEntries` makes no prototype of `__proto__`. */
export function formOf(entries: readonly (readonly [string, string])[]): Record<string, string | string[]> {
  const values = new Map<string, string | string[]>();
  for (const [name, value] of entries) {
    const before = values.get(name);
    values.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(values);
}
