import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { callOf, collect, createTestLlm } from './__fixtures__/create-test-llm.ts';
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

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await sleep(5);
};

describe('a caller who leaves', () => {
  it.each([
    ['while the vendor has not answered', 'stall-before-headers', false],
    ['in the middle of a whole answer', 'stall-mid-body', false],
    ['before the first event', 'stall', true],
    ['in the middle of a stream', 'slow-30', true],
  ])('%s closes the connection', async (_when, model, stream) => {
    const caller = new AbortController();
    const outcome = collect(llm.call(callOf(model, { stream }), caller.signal));
    await until(() => fake.requests.length === 1);
    caller.abort();
    expect(await fake.requests[0]?.ended).toBe('aborted');
    expect((await outcome).error).toMatchObject({ kind: 'cancelled' });
  });

  it('during the pause before a retry sends nothing more', async () => {
    const caller = new AbortController();
    const outcome = collect(llm.call(callOf('error-500'), caller.signal));
    await until(() => fake.requests.length === 1);
    await fake.requests[0]?.ended;
    caller.abort();
    expect((await outcome).error).toMatchObject({ kind: 'cancelled' });
    expect(fake.requests).toHaveLength(1);
  });

  it('before the call sends nothing at all', async () => {
    const outcome = await collect(llm.call(callOf('echo'), AbortSignal.abort()));
    expect(outcome.error).toMatchObject({ kind: 'cancelled' });
    expect(fake.requests).toEqual([]);
  });

  it('by just stopping to iterate closes the connection too', async () => {
    for await (const part of llm.call(callOf('flood', { stream: true }), new AbortController().signal).parts) {
      if (part.type === 'chunk') break;
    }
    expect(await fake.requests[0]?.ended).toBe('aborted');
  });

  it('closes a hundred at once', async () => {
    const caller = new AbortController();
    const outcomes = Promise.all(
      Array.from({ length: 100 }, () => collect(llm.call(callOf('stall-mid-stream', { stream: true }), caller.signal))),
    );
    await until(() => fake.requests.length === 100);
    caller.abort();
    const ends = await Promise.all(fake.requests.map(({ ended }) => ended));
    expect(new Set(ends)).toEqual(new Set(['aborted']));
    expect((await outcomes).every(({ error }) => error?.kind === 'cancelled')).toBe(true);
  });
});

describe('a slow reader', () => {
  it('holds the vendor back, and its slowness is not the silence of the vendor', async () => {
    const impatient = createTestLlm(fake.url, { idleTimeoutMs: 300 });
    const parts = impatient
      .call(callOf('flood', { stream: true }), new AbortController().signal)
      .parts[Symbol.asyncIterator]();
    for (let count = 0; count < 3; count++) await parts.next();
    await sleep(600);
    expect(fake.requests[0]?.sentBytes()).toBeLessThan(16 * 1024 * 1024);
    expect(await parts.next()).toMatchObject({ done: false, value: { type: 'chunk' } });
    await parts.return?.();
    await impatient.close();
  });
});

// Two, as undici may open a second one while the first is still busy ending its reply.
it.each([true, false])('uses connections again (stream: %s)', async (stream) => {
  const fresh = await startFakeUpstream();
  const own = createTestLlm(fresh.url);
  for (let count = 0; count < 10; count++) {
    await collect(own.call(callOf('echo', { stream }), new AbortController().signal));
  }
  expect(await fresh.countConnections()).toBeLessThan(3);
  await own.close();
  await fresh.close();
});
