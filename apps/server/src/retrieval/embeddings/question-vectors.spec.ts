import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLlm, type Llm } from '@groundwire/llm';
import { type FakeUpstream, startFakeUpstream } from '../../../../../tools/fake-upstream/start-fake-upstream.ts';
import { QuestionVectors } from './question-vectors.ts';

const DOWN = 'openai/error-503';
const { signal } = new AbortController();

let fake: FakeUpstream;
let llm: Llm;
let nowMs: number;
let questions: QuestionVectors;
beforeAll(async () => {
  fake = await startFakeUpstream();
  llm = createLlm({
    apiKeys: { openai: 'sk-test' },
    baseUrls: { openai: fake.url },
    headersTimeoutMs: 2_000,
    idleTimeoutMs: 2_000,
    totalTimeoutMs: 10_000,
    maxRetries: 0,
    parameterNames: [],
  });
});
beforeEach(() => {
  fake.requests.length = 0;
  nowMs = 0;
  questions = new QuestionVectors(llm, () => nowMs);
});
afterAll(async () => {
  await llm.close();
  await fake.close();
});

const read = (model: string, question: string): ReturnType<QuestionVectors['read']> =>
  questions.read(model, question, signal);

describe('vectors of questions', () => {
  it('are asked for once for each question and model', async () => {
    const first = await read('openai/one', 'Which?');
    expect(first).toMatchObject({ inputTokens: expect.any(Number) });
    expect(await read('openai/one', 'Which?')).toEqual({ ...first, inputTokens: undefined });
    await read('openai/other', 'Which?');
    await read('openai/one', 'Why?');
    expect(fake.requests.map(({ body }) => [body['model'], body['input']])).toEqual([
      ['one', ['Which?']],
      ['other', ['Which?']],
      ['one', ['Why?']],
    ]);
  });

  it('leave the memory, those first that were not used for longest', async () => {
    const long = (name: string): string => name.padEnd(1_000_000, '.');
    const names = ['a', 'b', 'c', 'd'];
    for (const name of names) await read('openai/one', long(name));
    await read('openai/one', long('a'));
    expect(fake.requests).toHaveLength(4);
    await read('openai/one', long('e'));
    for (const name of ['a', 'c', 'd', 'e']) await read('openai/one', long(name));
    expect(fake.requests).toHaveLength(5);
    await read('openai/one', long('b'));
    expect(fake.requests).toHaveLength(6);
  });

  it('are not asked of a vendor who has just failed, until it has rested', async () => {
    const refused = { reason: '`openai` is overloaded.', mayBeBilled: false };
    expect(await read(DOWN, 'Which?')).toEqual(refused);
    expect(await read(DOWN, 'Why?')).toEqual(refused);
    expect(fake.requests).toHaveLength(1);
    nowMs = 10_001;
    expect(await read(DOWN, 'Why?')).toEqual(refused);
    expect(fake.requests).toHaveLength(2);
  });

  it('of another model are asked for meanwhile, and so are those after a question that was at fault itself', async () => {
    await read(DOWN, 'Which?');
    expect(await read('openai/one', 'Which?')).toMatchObject({ vector: expect.any(Float32Array) });
    await read('openai/error-400', 'Which?');
    await read('openai/error-400', 'Which?');
    expect(fake.requests).toHaveLength(4);
  });
});
