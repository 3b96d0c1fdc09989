import { describe, expect, it } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import { LlmError } from '@groundwire/llm';
import { Problem } from './problem.ts';
import { toProblem } from './to-problem.ts';

describe('toProblem', () => {
  it('leaves a Problem as it is', () => {
    const problem = new Problem('not_found');
    expect(toProblem(problem)).toBe(problem);
  });

  it.each([
    [new NotFoundException(), 'not_found'],
    [Object.assign(new Error(), { statusCode: 413 }), 'request_too_large'],
    [Object.assign(new Error(), { statusCode: 415 }), 'unsupported_media_type'],
    [Object.assign(new Error(), { statusCode: 418 }), 'invalid_request_error'],
    [Object.assign(new Error(), { statusCode: 503 }), 'service_unavailable'],
    [new TypeError('a secret of the inside'), 'internal_error'],
    ['not even an error', 'internal_error'],
  ])('%s is %s, and says nothing of its own', (error, code) => {
    const problem = toProblem(error);
    expect(problem.code).toBe(code);
    expect(problem.message).not.toContain('secret');
    expect(problem.cause).toBe(error);
  });

  it("tells a provider's refusal from our own", () => {
    expect(toProblem(new LlmError('invalid_request', 'x', { status: 422 })).code).toBe('upstream_rejected_request');
    expect(toProblem(new LlmError('invalid_request', 'x', { param: 'n' }))).toMatchObject({
      code: 'invalid_request_error',
      param: 'n',
    });
    expect(toProblem(new LlmError('unsupported', 'x', { param: 'n' }))).toMatchObject({
      code: 'unsupported_parameter',
      status: 400,
      param: 'n',
    });
  });

  it.each([
    [new LlmError('network', 'x'), 502, 'upstream_unavailable'],
    [new LlmError('overloaded', 'x', { status: 503 }), 503, 'upstream_unavailable'],
    [new LlmError('upstream', 'x', { status: 500 }), 502, 'upstream_error'],
    [new LlmError('upstream', 'x', { status: 408 }), 504, 'upstream_error'],
    [new LlmError('timeout', 'x'), 504, 'upstream_timeout'],
    [new LlmError('malformed', 'x'), 502, 'upstream_invalid_response'],
    [new LlmError('auth', 'x', { status: 401 }), 502, 'upstream_error'],
  ])('%s of a provider is %i %s', (error, status, code) => {
    expect(toProblem(error)).toMatchObject({ status, code });
  });

  it('passes on how long to wait', () => {
    expect(toProblem(new LlmError('rate_limit', 'x', { retryAfterMs: 1500 }))).toMatchObject({
      status: 429,
      retryAfterMs: 1500,
    });
  });
});
