import { describe, expect, it } from '@jest/globals';
import type { VendorFailure } from '../../types.ts';
import { fromErrorEvent, toError } from './to-error.ts';

const failure = (status: number, body: unknown, rest: Partial<VendorFailure> = {}): VendorFailure => ({
  provider: 'anthropic',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  retryAfterMs: undefined,
  retryAllowed: true,
  knownNames: new Set(['messages', 'max_tokens', 'stop', 'response_format']),
  ...rest,
});
const error = (type: string, message = 'secret'): object => ({ type: 'error', error: { type, message } });

describe('a refusal of Anthropic', () => {
  it.each<[string, number, unknown, object]>([
    ['its type', 400, error('invalid_request_error'), { kind: 'invalid_request', retryable: false, param: undefined }],
    ['its type before its status', 500, error('overloaded_error'), { kind: 'overloaded', retryable: true }],
    ['its status without a body', 529, '', { kind: 'overloaded', retryable: true }],
    ['its status beside HTML', 502, '<html>', { kind: 'upstream', retryable: true }],
    ['an unknown model', 404, error('not_found_error'), { kind: 'not_found', param: 'model' }],
    ['an empty account', 400, error('invalid_request_error', 'Your credit balance is too low'), { kind: 'auth' }],
    ['a parameter', 400, error('invalid_request_error', 'max_tokens: too large'), { param: 'max_tokens' }],
    ['a message', 400, error('invalid_request_error', 'messages.3.content: bad'), { param: 'messages' }],
    ['a parameter by its other name', 400, error('invalid_request_error', 'stop_sequences: bad'), { param: 'stop' }],
    ['a name that is not ours', 400, error('invalid_request_error', 'container: bad'), { param: undefined }],
  ])('is known by %s', (_what, status, body, expected) => {
    const found = toError(failure(status, body));
    expect(found).toMatchObject({ provider: 'anthropic', status, ...expected });
    expect(found.message).not.toContain('secret');
  });

  it('is not tried again when it said so, and carries its pause', () => {
    expect(toError(failure(529, '', { retryAllowed: false, retryAfterMs: 9 }))).toMatchObject({
      retryable: false,
      retryAfterMs: 9,
    });
  });
});

describe('an error event', () => {
  it.each([
    ['overloaded_error', 'overloaded'],
    ['rate_limit_error', 'rate_limit'],
    ['api_error', 'upstream'],
    ['toString', 'upstream'],
  ])('%s is %s', (type, kind) => {
    expect(fromErrorEvent({ ...error(type) }, 'anthropic')).toMatchObject({
      kind,
      status: undefined,
      retryable: false,
    });
  });
});
