import { describe, expect, it } from '@jest/globals';
import type { LlmError } from '../../llm-error.ts';
import type { VendorFailure } from '../../types.ts';
import { toError } from './to-error.ts';

const failure = (status: number, body: unknown, rest: Partial<VendorFailure> = {}): LlmError =>
  toError({
    provider: 'test',
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    retryAfterMs: undefined,
    retryAllowed: true,
    knownNames: new Set(['messages', 'temperature']),
    ...rest,
  });

describe("a vendor's error", () => {
  it.each<[string, unknown, string | undefined]>([
    [
      "OpenAI's",
      { error: { message: 'm', type: 'invalid_request_error', param: 'messages[0].content', code: null } },
      'messages',
    ],
    ["Gemini's list", [{ error: { code: 400, message: 'm', status: 'INVALID_ARGUMENT' } }], undefined],
    [
      "Mistral's details",
      { object: 'error', message: { detail: [{ loc: ['body', 'n'] }] }, type: 'invalid_request_error' },
      undefined,
    ],
    ['one with a name that is not ours', { error: { message: 'm', param: 'random_seed' } }, undefined],
    ['one with a sentence as its name', { error: { message: 'm', param: 'Your key sk-1' } }, undefined],
    ['HTML', '<html>', undefined],
    ['nothing', '', undefined],
  ])('%s, names at most a field of ours', (_whose, body, param) => {
    expect(failure(400, body)).toMatchObject({ kind: 'invalid_request', status: 400, param, retryable: false });
  });

  it('names the model when the vendor does not know it', () => {
    expect(failure(404, { error: { code: 'model_not_found' } })).toMatchObject({ kind: 'not_found', param: 'model' });
  });

  it('tells a content filter from a bad request', () => {
    expect(failure(400, { error: { code: 'content_filter' } }).kind).toBe('content_filter');
  });

  it.each<[string, number, object, Partial<VendorFailure>, boolean]>([
    ['a rate limit', 429, {}, {}, true],
    ['an empty account', 429, { error: { code: 'insufficient_quota' } }, {}, false],
    ['a failing server', 500, {}, {}, true],
    ['one that said no', 500, {}, { retryAllowed: false }, false],
    ['a redirect', 302, {}, {}, false],
  ])('%s may be tried again: %#', (_what, status, body, rest, retryable) => {
    expect(failure(status, body, rest).retryable).toBe(retryable);
  });
});
