import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatCompletion, CreatedProject, ProjectInfo, QueryResult } from '@groundwire/client';
import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';

const TEXTS = [
  'We open at ten on Sundays.',
  'On weekdays we open at nine.',
  'Refunds take thirty days.',
  'The ferry leaves at eight.',
  'Balloons are sold at the counter.',
];

let server: TestServer;
let project: string;
beforeAll(async () => {
  server = await startTestServer({ EMBEDDINGS_MODEL: 'openai/a-model', RERANK_MODEL: 'openai/a-reranker' });
  project = await server.createProject('alice', TEXTS, [{ title: 'Hours' }]);
}, 60_000);
beforeEach(() => {
  server.upstream.requests.length = 0;
});
afterAll(() => server.close());

const query = async (body: object): Promise<QueryResult> => {
  const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/query/`, body);
  expect(response.status).toBe(200);
  return (await response.json()) as QueryResult;
};
const pathsAsked = (): string[] => server.upstream.requests.map(({ path }) => path);

describe('a project with embeddings', () => {
  it('is asked by words and meaning', async () => {
    const { mode, adjustments, result } = await query({ query: 'When do you open on Sundays?', k: 2 });
    expect({ mode, adjustments }).toEqual({ mode: 'hybrid', adjustments: [] });
    expect(result.map(({ payload }) => payload.page_content)).toEqual(TEXTS.slice(0, 2));
    for (const { score, score_vector: near = NaN, score_lexical: words = NaN } of result) {
      expect(score).toBeGreaterThanOrEqual(Math.min(near, words));
      expect(score).toBeLessThanOrEqual(Math.max(near, words));
    }
  });

  it('has its best passages judged again, by one request', async () => {
    const { result } = await query({
      query: 'At what hour do you open on Sundays?',
      k: 5,
      use_reranking: true,
      top_n: 2,
    });
    expect(pathsAsked()).toEqual(['/v1/embeddings', '/v1/rerank']);
    expect(server.upstream.requests[1]?.body).toMatchObject({
      top_n: 2,
      documents: expect.arrayContaining([`Hours\n${TEXTS[0]}`]),
    });
    const scores = result.map(({ score_reranking: score = NaN }) => score);
    expect(result).toHaveLength(2);
    expect(scores[0]).toBeGreaterThanOrEqual(scores[1]!);
  });

  it('answers from them, and reports how it found them', async () => {
    const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/generate/`, {
      model: 'local/extractive',
      messages: [{ role: 'user', content: 'When do you open on Sundays?' }],
      k: 4,
      max_tokens: 100,
      retrieval: { use_reranking: true, top_n: 1 },
    });
    const { retrieval, sources, adjustments } = (await response.json()) as ChatCompletion;
    expect(retrieval).toMatchObject({ mode: 'hybrid', passages: [{ score_reranking: expect.any(Number) }] });
    expect(sources.map(({ text }) => text)).toEqual([TEXTS[0]]);
    expect(adjustments).toEqual([]);
  });

  it('says which model serves it, and how far its vectors are', async () => {
    const response = await server.request('alice', 'GET', `${ASK_YODA}/${project}/info/`);
    expect((await response.json()) as ProjectInfo).toMatchObject({
      embeddings_provider: 'openai',
      embeddings_model: 'openai/a-model',
      embeddings: [{ model: 'openai/a-model', dimensions: 256, status: 'active', embedded: 5, chunks: 5 }],
    });
  });

  it('is created without an adjustment of its embeddings, unless the operator chose another provider', async () => {
    const create = async (provider: string): Promise<unknown> => {
      const body = { project_name: 'Test', collection_name: 'test', embeddings_provider: provider };
      return ((await (await server.request('alice', 'POST', `${ASK_YODA}/`, body)).json()) as CreatedProject)
        .adjustments;
    };
    expect(await create('openai')).toEqual([]);
    expect(await create('cohere')).toEqual([
      expect.objectContaining({ parameter: 'embeddings_provider', action: 'translated', to: 'openai/a-model' }),
    ]);
  });
});

describe('a model that fails', () => {
  it('stores nothing, and says so', async () => {
    const failing = await startTestServer({ EMBEDDINGS_MODEL: 'openai/error-503', RERANK_MODEL: 'none' });
    const empty = await failing.createProject('alice');
    const added = await failing.request('alice', 'POST', `${ASK_YODA}/${empty}/add_text/`, { texts: TEXTS });
    expect(added.status).toBe(503);
    expect(await added.text()).toContain('Nothing was stored');
    const info = await failing.request('alice', 'GET', `${ASK_YODA}/${empty}/info/`);
    expect(await info.json()).toMatchObject({ collection_size: 0, embeddings: [] });
    await failing.close();
  });

  it('that reranks leaves the passages as they came', async () => {
    const plain = await startTestServer({ RERANK_MODEL: 'openai/error-500' });
    const id = await plain.createProject('alice', TEXTS);
    const ask = async (body: object): Promise<QueryResult> =>
      (await (await plain.request('alice', 'POST', `${ASK_YODA}/${id}/query/`, body)).json()) as QueryResult;
    const first = await ask({ query: 'open on Sundays', k: 2 });
    const reranked = await ask({ query: 'open on Sundays', k: 5, use_reranking: true, top_n: 2 });
    expect(reranked.result).toEqual(first.result);
    expect(reranked).toMatchObject({
      mode: 'lexical',
      adjustments: [{ parameter: 'use_reranking', action: 'not_executed' }],
    });
    await plain.close();
  });
});

it('a caller who leaves during an ingestion closes the connection to the embedding model', async () => {
  const slow = await startTestServer({ EMBEDDINGS_MODEL: 'openai/stall-before-headers' });
  const id = await slow.createProject('alice');
  const caller = new AbortController();
  const outcome = slow
    .request('alice', 'POST', `${ASK_YODA}/${id}/add_text/`, { texts: TEXTS }, {}, caller.signal)
    .catch((error: Error) => error.name);
  while (slow.upstream.requests.length === 0) await new Promise(setImmediate);
  caller.abort();
  expect(await slow.upstream.requests[0]?.ended).toBe('aborted');
  expect(await outcome).toBe('AbortError');
  await slow.close();
});
