import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../../tools/fake-upstream/start-fake-upstream.ts';
import { createTestLlm } from '../__fixtures__/create-test-llm.ts';
import type { LlmErrorKind } from '../llm-error.ts';
import type { Llm } from '../types.ts';
import type { Reranking } from './task-types.ts';

let fake: FakeUpstream;
let llm: Llm;
beforeAll(async () => {
  fake = await startFakeUpstream();
  const names = ['openai', 'cohere', 'jina', 'vllm', 'tei'];
  llm = createTestLlm(fake.url, {
    apiKeys: { openai: 'sk-test', cohere: 'k', jina: 'k' },
    baseUrls: Object.fromEntries(names.map((name) => [name, fake.url])),
    headersTimeoutMs: 150,
    idleTimeoutMs: 150,
  });
});
afterAll(async () => {
  await llm.close();
  await fake.close();
});

const documents = ['Refunds take thirty days.', 'We are closed on Mondays.', 'On Sundays we open at ten.'];
const rerank = (model: string, topN = 2): Promise<Reranking> =>
  llm.rerank({ model, query: 'When do you open on Sundays?', documents, topN }, new AbortController().signal);

describe('reranking', () => {
  it.each([
    ['cohere/rerank-v3.5', '/v2/rerank', { top_n: 2, documents }],
    ['jina/jina-reranker-v2-base-multilingual', '/v1/rerank', { top_n: 2, return_documents: false }],
    ['vllm/bge-reranker', '/v1/rerank', { top_n: 2, documents }],
    ['tei/bge-reranker', '/rerank', { texts: documents, truncate: true }],
    ['openai/logits', '/v1/rerank', {}],
  ])('%s gives the best ones, best first', async (model, path, body) => {
    const answer = await rerank(model);
    expect(fake.requests.at(-1)).toMatchObject({ path, body });
    expect(answer.model).toBe(model);
    expect(answer.results.map(({ index }) => index)).toEqual([2, 1]);
    const scores = answer.results.map(({ score }) => score);
    expect(scores[0]).toBeGreaterThan(scores[1]!);
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
  });

  it('gives all there are when more are wanted', async () => {
    expect((await rerank('cohere/rerank-v3.5', 10)).results).toHaveLength(3);
  });

  it.each<[string, LlmErrorKind]>([
    ['error-400', 'invalid_request'],
    ['error-401', 'auth'],
    ['error-429', 'rate_limit'],
    ['error-503', 'overloaded'],
    ['stall-before-headers', 'timeout'],
    ['reset-mid-body', 'network'],
    ['html', 'malformed'],
    ['doubled', 'malformed'],
    ['empty-choices', 'malformed'],
  ])('%s ends as %s', async (model, kind) => {
    await expect(rerank(`openai/${model}`)).rejects.toMatchObject({ name: 'LlmError', kind });
  });
});
