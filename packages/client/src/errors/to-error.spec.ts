import { describe, expect, it } from '@jest/globals';
import * as errors from './groundwire-error.ts';
import { problemToError, toError } from './to-error.ts';

const answer = (status: number, headers = {}): Response => new Response(null, { status, headers });

describe("OpenAI's error body", () => {
  it.each([
    [400, 'invalid_request_error', errors.InvalidRequestError],
    [401, 'authentication_error', errors.AuthenticationError],
    [404, 'not_found', errors.NotFoundError],
    [404, 'model_not_found', errors.NotFoundError],
    [413, 'request_too_large', errors.InvalidRequestError],
    [415, 'unsupported_media_type', errors.InvalidRequestError],
    [400, 'upstream_rejected_request', errors.UpstreamError],
    [429, 'upstream_rate_limited', errors.RateLimitError],
    [500, 'internal_error', errors.ServerError],
    [502, 'upstream_error', errors.UpstreamError],
    [503, 'server_shutting_down', errors.ServerError],
    [503, 'upstream_unavailable', errors.UpstreamError],
    [504, 'upstream_timeout', errors.UpstreamError],
  ])('%d %s', (status, type, ErrorClass) => {
    const body = { error: { message: 'Why.', type, param: 'messages.0.role', code: 'c1' } };
    const error = toError(body, answer(status, { 'x-request-id': 'r1' }));
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toBeInstanceOf(errors.GroundwireError);
    expect(error).toMatchObject({
      name: ErrorClass.name,
      message: 'Why.',
      status,
      type,
      param: 'messages.0.role',
      code: 'c1',
      requestId: 'r1',
      fields: {},
    });
  });
});

describe("AskYoda's error bodies", () => {
  it('400: a map of fields', () => {
    const fields = { 'messages.0.role': ['must be one of: user', 'must be a text'], k: ['must be at least 1'] };
    const error = toError({ error: { type: 'invalid_request_error', message: fields } }, answer(400));
    expect(error).toBeInstanceOf(errors.InvalidRequestError);
    expect(error).toMatchObject({ fields, message: 'must be one of: user; must be a text; must be at least 1' });
  });

  it('404: only details', () => {
    const error = toError({ details: 'Not Found' }, answer(404));
    expect(error).toBeInstanceOf(errors.NotFoundError);
    expect(error).toMatchObject({ message: 'Not Found', status: 404, type: undefined });
  });

  it('404: details and the reason', () => {
    const error = toError(
      { details: 'Not Found', error: { type: 'model_not_found', message: 'No such model.' } },
      answer(404),
    );
    expect(error).toMatchObject({ name: 'NotFoundError', type: 'model_not_found', message: 'No such model.' });
  });

  it('502: type and text', () => {
    const error = toError({ error: { type: 'upstream_error', message: 'openai failed.' } }, answer(502));
    expect(error).toMatchObject({ name: 'UpstreamError', message: 'openai failed.', code: null, param: null });
  });
});

describe('a body that is not ours', () => {
  it.each([
    [400, errors.InvalidRequestError],
    [403, errors.AuthenticationError],
    [404, errors.NotFoundError],
    [429, errors.RateLimitError],
    [502, errors.ServerError],
  ])('%d is known by its status, and the page is not quoted', (status, ErrorClass) => {
    const error = toError('<html>Bad gateway</html>', answer(status));
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error.message).toBe(`The server answered ${status}.`);
  });

  it.each([null, [], 7, {}, { error: null }, { error: [] }, { error: { message: 7, type: {} } }])(
    '%j says nothing',
    (body) => {
      expect(toError(body, answer(500))).toMatchObject({ name: 'ServerError', message: 'The server answered 500.' });
    },
  );

  it.each(['brand_new_problem', 'constructor', '__proto__'])('an unknown type (%s) is kept', (type) => {
    expect(toError({ error: { type, message: 'm' } }, answer(404))).toMatchObject({ name: 'NotFoundError', type });
  });
});

describe('retryAfterMs', () => {
  it.each([
    [{ 'retry-after': '3' }, 3000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after-ms': '250', 'retry-after': '1' }, 250],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('%j', (headers, expected) => {
    expect(toError({}, answer(429, headers)).retryAfterMs).toBe(expected);
  });

  it('counts from now to a date', () => {
    const later = new Date(Date.now() + 3_600_000).toUTCString();
    const waitMs = toError({}, answer(503, { 'retry-after': later })).retryAfterMs;
    expect(waitMs).toBeGreaterThan(3_500_000);
    expect(waitMs).toBeLessThanOrEqual(3_600_000);
  });
});

it('an error frame has no status, and its type decides', () => {
  const error = problemToError({ error: { message: 'm', type: 'upstream_timeout', param: null, code: null } });
  expect(error).toMatchObject({ name: 'UpstreamError', type: 'upstream_timeout', status: undefined });
});
