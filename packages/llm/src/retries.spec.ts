import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { callOf, collect, createTestLlm, type Outcome } from './__fixtures__/create-test-llm.ts';
import type { Llm } from './types.ts';

let fake: FakeUpstream;
let llm: Llm;
beforeAll(async () => {
  fake = await startFakeUpstream();
});
beforeEach(() => {
  fake.requests.length = 0;
  llm = createTestLlm(fake.url, { maxRetries: 2 });
});
afterEach(() => llm.close());
afterAll(() => fake.close());

const ask = (model: string, stream = false): Promise<Outcome> =>
  collect(llm.call(callOf(model, { stream }), new AbortController().signal));

describe('what had not begun to answer is tried again', () => {
  it.each(['flaky-1-408', 'flaky-1-409', 'flaky-2-429', 'flaky-1-500', 'flaky-2-503', 'flaky-1-529', 'reset-first'])(
    '%s succeeds in the end',
    async (model) => {
      const outcome = await ask(model, true);
      expect(outcome.error).toBeUndefined();
      expect(outcome.text).toBe('You said: hello there');
    },
  );

  it('at most three times altogether', async () => {
    expect((await ask('flaky-5-500')).error).toMatchObject({ kind: 'upstream', status: 500 });
    expect(fake.requests).toHaveLength(3);
  });
});

describe('sent once only', () => {
  it.each([
    ['a request at fault', 'error-400'],
    ['our key', 'error-401'],
    ['a redirect, which is not followed either', 'error-302'],
    ['a rate limit for longer than five seconds', 'error-429-after-6'],
    ['an empty account', 'error-429-quota'],
    ['what the vendor says not to', 'error-500-final'],
    ['an answer that is not the wire', 'truncated-json'],
    ['an answer that broke off', 'reset-mid-body'],
  ])('%s', async (_what, model) => {
    expect((await ask(model)).error).toBeDefined();
    expect(fake.requests).toHaveLength(1);
  });

  it.each(['reset-mid-stream', 'cut-mid-stream', 'error-mid-stream', 'error-first'])('the stream %s', async (model) => {
    expect((await ask(model, true)).error).toBeDefined();
    expect(fake.requests).toHaveLength(1);
  });
});

it('passes a Retry-After on', async () => {
  expect((await ask('error-429-after-30')).error).toMatchObject({
    kind: 'rate_limit',
    retryAfterMs: 30_000,
  });
});
