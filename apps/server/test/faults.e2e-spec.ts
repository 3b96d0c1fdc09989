import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '../src/logging.ts';
import { ASK_YODA, readEvents, startTestServer, type TestServer } from './harness.ts';

const FAMILIES = ['AskYoda', 'OpenAI'] as const;
const PROVIDERS = ['openai', 'anthropic'] as const;
const FORMS = [false, true] as const;
type Family = (typeof FAMILIES)[number];
type Fault = readonly [model: string, status: number, type: string];

/** The error catalogue, as callers see it. */
const BEFORE: readonly Fault[] = [
  ['error-308', 502, 'upstream_error'],
  ['error-400', 400, 'upstream_rejected_request'],
  ['error-401', 502, 'upstream_error'],
  ['error-403', 502, 'upstream_error'],
  ['error-404', 404, 'model_not_found'],
  ['error-408', 504, 'upstream_error'],
  ['error-409', 502, 'upstream_error'],
  ['error-413', 400, 'upstream_rejected_request'],
  ['error-422', 400, 'upstream_rejected_request'],
  ['error-429-after-30', 429, 'upstream_rate_limited'],
  ['error-500', 502, 'upstream_error'],
  ['error-503', 503, 'upstream_unavailable'],
  ['error-529', 503, 'upstream_unavailable'],
  ['stall-before-headers', 504, 'upstream_timeout'],
  ['reset-before-headers', 502, 'upstream_unavailable'],
  ['not-http', 502, 'upstream_invalid_response'],
  ['html', 502, 'upstream_invalid_response'],
  ['wrong-type', 502, 'upstream_invalid_response'],
];
const IN_STREAMS: readonly Fault[] = [
  ['stall', 504, 'upstream_timeout'],
  ['empty-stream', 502, 'upstream_invalid_response'],
  ['error-first', 503, 'upstream_unavailable'],
  ['broken-json', 502, 'upstream_invalid_response'],
  ['bad-utf8', 502, 'upstream_invalid_response'],
];
const LATER: readonly (readonly [model: string, type: string])[] = [
  ['stall-mid-stream', 'upstream_timeout'],
  ['reset-mid-stream', 'upstream_unavailable'],
  ['cut-mid-stream', 'upstream_invalid_response'],
  ['cut-with-done', 'upstream_invalid_response'],
  ['cut-mid-event', 'upstream_invalid_response'],
  ['error-mid-stream', 'upstream_error'],
];
const LEAKS = /sk-|127\.0\.0\.1|fake|nginx|credit|Overloaded|Internal server/;

const PROMPT = 'Does the xylophone open?';
const DOCUMENT = 'We are open on Sundays.';

let server: TestServer;
const log: string[] = [];
let paths: Record<Family, string>;
beforeAll(async () => {
  const settings = {
    ANTHROPIC_API_KEY: 'sk-ant-test-0123456789',
    UPSTREAM_HEADERS_TIMEOUT_MS: '600',
    UPSTREAM_IDLE_TIMEOUT_MS: '600',
  };
  server = await startTestServer(settings, createLogger('trace', { write: (line) => void log.push(line) }));
  const project = await server.createProject('alice', [DOCUMENT]);
  paths = { AskYoda: `${ASK_YODA}/${project}/generate/`, OpenAI: '/v1/chat/completions' };
});
afterAll(() => server.close());

const ask = (family: Family, model: string, stream: boolean): Promise<Response> =>
  server.request('alice', 'POST', paths[family], { model, stream, messages: [{ role: 'user', content: PROMPT }] });

const CASES = FAMILIES.flatMap((family) =>
  PROVIDERS.flatMap((provider) => FORMS.map((stream) => ({ family, provider, stream }))),
);

describe.each(CASES)('$family, $provider, stream: $stream', ({ family, provider, stream }) => {
  // A call of Anthropic's is a stream there, whatever our caller asked for.
  const own = stream || provider === 'anthropic' ? IN_STREAMS : [];
  it.each([...BEFORE, ...own])('%s is %i %s, in our words', async (model, status, type) => {
    const response = await ask(family, `${provider}/${model}`, stream);
    expect(response.status).toBe(status);
    expect(response.headers.get('x-request-id')).toBeTruthy();
    expect(response.headers.get('x-should-retry')).toBe(status === 404 ? null : 'false');
    expect(response.headers.get('retry-after')).toBe(model === 'error-429-after-30' ? '30' : null);
    const body = (await response.json()) as { error: Record<string, unknown> };
    expect(body.error['type']).toBe(type);
    if (family === 'OpenAI') expect(Object.keys(body.error).sort()).toEqual(['code', 'message', 'param', 'type']);
    else if (status === 400) expect(body.error['message']).toEqual(expect.any(Object));
    else expect(body.error).toEqual({ type, message: expect.any(String) });
    expect(JSON.stringify([body, [...response.headers]])).not.toMatch(LEAKS);
  });
});

describe.each(FAMILIES.flatMap((family) => PROVIDERS.map((provider) => ({ family, provider }))))(
  '$family, $provider, after the first event',
  ({ family, provider }) => {
    it.each(LATER)('%s is one error frame, then the end: %s', async (model, type) => {
      const response = await ask(family, `${provider}/${model}`, true);
      expect(response.status).toBe(200);
      const events = (await readEvents(response)) as Record<string, unknown>[];
      const error = { message: expect.any(String), type, param: null, code: type };
      expect(events.at(-1)).toEqual({ error });
      expect(events.filter((event) => 'error' in event)).toHaveLength(1);
      expect(events).not.toContain('[DONE]');
      expect(JSON.stringify(events)).not.toMatch(/"finish_reason":"/);
      expect(JSON.stringify(events.at(-1))).not.toMatch(LEAKS);
    });
  },
);

it("writes a line about each failure that is not the caller's, and no key, token, prompt or document", () => {
  const failures = log.filter((line) => line.includes('request failed'));
  expect(failures.length).toBeGreaterThan(100);
  // Fake vendors echo keys in their errors; the token begins as every JWT does.
  expect(log.filter((line) => /sk-|eyJ|xylophone|Sundays|Bearer/i.test(line))).toEqual([]);
});
