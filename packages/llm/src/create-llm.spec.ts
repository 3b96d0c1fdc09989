import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { callOf, collect, createTestLlm } from './__fixtures__/create-test-llm.ts';
import type { CallParameters, Llm } from './types.ts';

const signal = new AbortController().signal;

let fake: FakeUpstream;
let llm: Llm;
beforeAll(async () => {
  fake = await startFakeUpstream();
  llm = createTestLlm(fake.url);
});
afterAll(async () => {
  await llm.close();
  await fake.close();
});

describe('a call', () => {
  it('answers whole, with one completion', async () => {
    const answer = llm.call(callOf('openai/echo'), signal);
    expect(answer).toMatchObject({ provider: 'openai', adjustments: [] });
    const { parts, text } = await collect(answer);
    expect(parts.map(({ type }) => type)).toEqual(['completion']);
    expect(text).toBe('You said: hello there');
  });

  it('streams chunks with the bytes that came', async () => {
    const { parts, text } = await collect(llm.call(callOf('echo', { stream: true }), signal));
    expect(text).toBe('You said: hello there');
    for (const part of parts) {
      if (part.type !== 'chunk') throw new Error('expected chunks only');
      expect(`data: ${JSON.stringify(part.chunk)}\n\n`).toBe(Buffer.from(part.frame ?? []).toString());
    }
  });

  it('sends its key and the model without its prefix, and nothing before it is iterated', async () => {
    fake.requests.length = 0;
    const answer = llm.call(callOf('openai/echo', { max_tokens: 5 }), signal);
    await llm.listModels(signal);
    expect(fake.requests.map(({ path }) => path)).toEqual(['/v1/models']);
    await collect(answer);
    expect(fake.requests[1]).toMatchObject({
      headers: { authorization: 'Bearer sk-test', accept: 'application/json' },
      body: { model: 'echo', max_completion_tokens: 5 },
    });
  });

  it('sends no parameter that the contract does not have', async () => {
    await collect(llm.call(callOf('echo', { k: 3, auth: 'sk-caller' } as CallParameters), signal));
    expect(Object.keys(fake.requests.at(-1)?.body ?? {}).toSorted()).toEqual(['messages', 'model']);
  });

  it('answers from this process without any provider', async () => {
    const { parts, error } = await collect(llm.call(callOf('local/extractive'), signal));
    expect(error).toBeUndefined();
    expect(parts).toMatchObject([{ type: 'completion', completion: { object: 'chat.completion' } }]);
  });
});

describe('the list of models', () => {
  it('has the built-in ones, then those of configured providers', async () => {
    const { models, unavailable } = await llm.listModels(signal);
    expect(models.map(({ id }) => id)).toEqual([
      'local/extractive',
      ...['gpt-4o-mini', 'echo', 'stream-200', 'tool-call'].map((id) => `openai/${id}`),
    ]);
    expect(unavailable).toEqual([]);
  });

  it('names the providers that do not answer', async () => {
    const closed = await startFakeUpstream();
    await closed.close();
    const own = createTestLlm(fake.url, { baseUrls: { openai: fake.url, vllm: closed.url }, apiKeys: { openai: 'k' } });
    expect((await own.listModels(signal)).unavailable).toEqual(['vllm']);
    await own.close();
  });
});
