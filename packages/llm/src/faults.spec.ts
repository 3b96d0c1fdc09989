import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { callOf, collect, createTestLlm, type Outcome } from './__fixtures__/create-test-llm.ts';
import type { LlmErrorKind } from './llm-error.ts';
import type { Llm } from './types.ts';

const ODD_TEXT = 'one two three für 🙂';

let fake: FakeUpstream;
let llm: Llm;
beforeAll(async () => {
  fake = await startFakeUpstream();
  llm = createTestLlm(fake.url, { headersTimeoutMs: 150, idleTimeoutMs: 150 });
});
afterAll(async () => {
  await llm.close();
  await fake.close();
});

const ask = (model: string, stream: boolean): Promise<Outcome> =>
  collect(llm.call(callOf(model, { stream }), new AbortController().signal));

type Fault = [model: string, kind: LlmErrorKind, status?: number];

const STATUSES: Fault[] = [
  ['error-301', 'upstream', 301],
  ['error-308', 'upstream', 308],
  ['error-400', 'invalid_request', 400],
  ['error-401', 'auth', 401],
  ['error-402', 'auth', 402],
  ['error-403', 'auth', 403],
  ['error-404', 'not_found', 404],
  ['error-408', 'upstream', 408],
  ['error-409', 'upstream', 409],
  ['error-413', 'invalid_request', 413],
  ['error-422', 'invalid_request', 422],
  ['error-429', 'rate_limit', 429],
  ['error-500', 'upstream', 500],
  ['error-502', 'upstream', 502],
  ['error-503', 'overloaded', 503],
  ['error-529', 'overloaded', 529],
];

const BEFORE_HEADERS: Fault[] = [
  ['stall-before-headers', 'timeout'],
  ['reset-before-headers', 'network'],
  ['not-http', 'malformed'],
];

function expectFault({ error }: Outcome, kind: LlmErrorKind, status: number | undefined): void {
  expect({ kind: error?.kind, status: error?.status, provider: error?.provider }).toEqual({
    kind,
    status,
    provider: 'openai',
  });
  expect(JSON.stringify([error, error?.message, error?.cause])).not.toMatch(/sk-|127\.0\.0\.1|fake/i);
}

describe('a whole answer', () => {
  it.each<Fault>([
    ...STATUSES,
    ...BEFORE_HEADERS,
    ['stall-mid-body', 'timeout'],
    ['reset-mid-body', 'network'],
    ['truncated-json', 'malformed'],
    ['html', 'malformed'],
    ['wrong-type', 'malformed'],
    ['empty-choices', 'malformed'],
    ['bad-utf8-body', 'malformed'],
    ['huge-body', 'malformed'],
    ['error-in-body', 'overloaded', 503],
    ['stall', 'malformed'],
  ])('%s ends as %s', async (...[model, kind, status]: Fault) => {
    const outcome = await ask(model, false);
    expect(outcome.parts).toEqual([]);
    expectFault(outcome, kind, status);
  });
});

describe('a stream that fails before its first event', () => {
  it.each<Fault>([
    ...STATUSES,
    ...BEFORE_HEADERS,
    ['stall', 'timeout'],
    ['empty-stream', 'malformed'],
    ['error-first', 'overloaded', 503],
    ['broken-json', 'malformed'],
    ['bad-utf8', 'malformed'],
    ['huge-event', 'malformed'],
    ['html', 'malformed'],
    ['truncated-json', 'malformed'],
  ])('%s ends as %s', async (...[model, kind, status]: Fault) => {
    const outcome = await ask(model, true);
    expect(outcome.parts).toEqual([]);
    expectFault(outcome, kind, status);
  });
});

describe('a stream that fails later', () => {
  it.each<Fault>([
    ['stall-mid-stream', 'timeout'],
    ['reset-mid-stream', 'network'],
    ['cut-mid-stream', 'malformed'],
    ['cut-with-done', 'malformed'],
    ['cut-mid-event', 'malformed'],
    ['error-mid-stream', 'upstream'],
  ])('%s gives what came, then ends as %s', async (...[model, kind, status]: Fault) => {
    const outcome = await ask(model, true);
    expect(outcome.text).toBe('one two ');
    expectFault(outcome, kind, status);
  });
});

describe('an odd stream', () => {
  it.each(['no-done', 'never-closed', 'no-usage', 'comments', 'crlf', 'byte-by-byte'])(
    '%s is complete',
    async (model) => {
      const outcome = await ask(model, true);
      expect(outcome.error).toBeUndefined();
      expect(outcome.text).toBe(ODD_TEXT);
    },
  );

  it('large-event is complete', async () => {
    expect((await ask('large-event', true)).text).toHaveLength(1024 * 1024);
  });

  it('crlf offers no bytes to send on, since they are not the plain framing', async () => {
    const { parts } = await ask('crlf', true);
    expect(parts.every((part) => part.type === 'chunk' && part.frame === undefined)).toBe(true);
  });
});

it('refuses a connection as `network`', async () => {
  const closed = await startFakeUpstream();
  await closed.close();
  const nowhere = createTestLlm(closed.url);
  const outcome = await collect(nowhere.call(callOf('echo'), new AbortController().signal));
  expect(outcome.error).toMatchObject({ kind: 'network', cause: 'ECONNREFUSED' });
  await nowhere.close();
});

it('gives up when the total time is over, however lively the stream is', async () => {
  const hurried = createTestLlm(fake.url, { totalTimeoutMs: 200 });
  const outcome = await collect(hurried.call(callOf('slow-50', { stream: true }), new AbortController().signal));
  expect(outcome.error).toMatchObject({ kind: 'timeout' });
  await hurried.close();
});
