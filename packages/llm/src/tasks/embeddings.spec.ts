import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../../tools/fake-upstream/start-fake-upstream.ts';
import { createTestLlm } from '../__fixtures__/create-test-llm.ts';
import type { LlmErrorKind } from '../llm-error.ts';
import type { Llm } from '../types.ts';
import type { EmbeddingRequest, Embeddings } from './task-types.ts';

let fake: FakeUpstream;
let llm: Llm;
beforeAll(async () => {
  fake = await startFakeUpstream();
});
beforeEach(() => {
  fake.requests.length = 0;
  const names = ['openai', 'cohere', 'mistral', 'gemini', 'jina', 'ollama'];
  llm = createTestLlm(fake.url, {
    apiKeys: Object.fromEntries(names.map((name) => [name, 'sk-test'])),
    baseUrls: Object.fromEntries(names.map((name) => [name, fake.url])),
    headersTimeoutMs: 150,
    idleTimeoutMs: 150,
  });
});
afterEach(() => llm.close());
afterAll(() => fake.close());

const embed = (model: string, request: Partial<EmbeddingRequest> = {}): Promise<Embeddings> =>
  llm.embed(
    { model, texts: ['opening hours on Sunday'], purpose: 'document', ...request },
    new AbortController().signal,
  );

const cosine = (one: Float32Array, other: Float32Array): number => {
  const dot = one.reduce((sum, value, index) => sum + value * other[index]!, 0);
  return dot / Math.hypot(...one) / Math.hypot(...other);
};

type Fault = [model: string, kind: LlmErrorKind, status?: number];

const QUESTION = 'When do you open on Sundays?';
const TEXTS = ['We open at ten on Sundays.', 'Refunds take thirty days.', 'Die Fähre fährt 🛥️'];

describe('the vectors of each wire', () => {
  it.each([
    ['openai/text-embedding-3-large', 1024],
    ['openai/text-embedding-3-small', 256],
    ['cohere/embed-multilingual-v3.0', 256],
    ['mistral/mistral-embed', 256],
    ['gemini/gemini-embedding-001', 1024],
    ['jina/jina-embeddings-v3', 256],
    ['ollama/nomic-embed-text', 256],
    // Answers in numbers although base64 was asked for, as LM Studio does.
    ['openai/numbers-only', 256],
  ])('%s: one for each text, near what they are about', async (model, dimensions) => {
    const { vectors, usage, ...rest } = await embed(model, { texts: TEXTS });
    const [question] = (await embed(model, { texts: [QUESTION], purpose: 'query' })).vectors;
    expect(rest).toEqual({ model });
    expect(usage.inputTokens).toBeGreaterThan(10);
    expect(vectors.map(({ length }) => length)).toEqual([dimensions, dimensions, dimensions]);
    const nearness = vectors.map((vector) => cosine(question!, vector));
    expect(nearness[0]).toBeGreaterThan(Math.max(nearness[1]!, nearness[2]!) + 0.1);
  });

  it('are the same in base64 as in numbers', async () => {
    const [packed, plain] = await Promise.all([embed('openai/a-model'), embed('ollama/a-model')]);
    expect(fake.requests.map(({ body }) => body['encoding_format']).sort()).toEqual(['base64', 'float']);
    expect(packed.vectors).toEqual(plain.vectors);
  });
});

describe('what is asked of a vendor', () => {
  it.each([
    ['cohere/embed-multilingual-v3.0', 'document', '/v2/embed', { input_type: 'search_document', truncate: 'END' }],
    ['cohere/embed-multilingual-v3.0', 'query', '/v2/embed', { input_type: 'search_query' }],
    ['jina/jina-embeddings-v3', 'document', '/v1/embeddings', { task: 'retrieval.passage', embedding_type: 'base64' }],
    ['jina/jina-embeddings-v3', 'query', '/v1/embeddings', { task: 'retrieval.query', truncate: true }],
    ['gemini/gemini-embedding-001', 'query', '/v1/embeddings', { encoding_format: 'float', dimensions: 1024 }],
  ] as const)('%s of a %s', async (model, purpose, path, fields) => {
    await embed(model, { purpose });
    expect(fake.requests[0]).toMatchObject({ path, body: fields });
  });

  it('is the number of dimensions that the caller wants, under the name the vendor gives it', async () => {
    expect((await embed('openai/text-embedding-3-large', { dimensions: 64 })).vectors[0]).toHaveLength(64);
    expect((await embed('mistral/codestral-embed', { dimensions: 32 })).vectors[0]).toHaveLength(32);
  });

  it.each([
    ['openai/a-model', 200, 3],
    ['mistral/mistral-embed', 30, 2],
  ])('%s is asked for %i texts in %i requests, and the order is kept', async (model, count, requests) => {
    const texts = Array.from({ length: count }, (_, index) => `${'filler '.repeat(250)} number${index}`);
    const { vectors, usage } = await embed(model, { texts });
    expect(fake.requests).toHaveLength(requests);
    const [last] = (await embed(model, { texts: texts.slice(-1) })).vectors;
    expect(vectors).toHaveLength(count);
    expect(vectors.at(-1)).toEqual(last);
    expect(usage.inputTokens).toBeGreaterThan(count * 400);
  });

  it('is no more of a text than the model reads', async () => {
    await embed('gemini/gemini-embedding-001', { texts: ['x'.repeat(20_000), '語'.repeat(20_000)] });
    const sent = fake.requests[0]?.body['input'] as string[];
    expect(sent.map(({ length }) => length)).toEqual([6_144, 1_706]);
  });
});

describe('a vendor that fails', () => {
  it.each<Fault>([
    ['error-301', 'upstream', 301],
    ['error-400', 'invalid_request', 400],
    ['error-401', 'auth', 401],
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
    ['stall-before-headers', 'timeout'],
    ['stall-mid-body', 'timeout'],
    ['reset-before-headers', 'network'],
    ['reset-mid-body', 'network'],
    ['not-http', 'malformed'],
    ['truncated-json', 'malformed'],
    ['html', 'malformed'],
    ['wrong-type', 'malformed'],
    ['bad-utf8-body', 'malformed'],
    ['huge-body', 'malformed'],
    ['error-in-body', 'malformed'],
    ['empty-choices', 'malformed'],
    ['one-too-few', 'malformed'],
    ['zeros', 'malformed'],
    ['not-numbers', 'malformed'],
  ])('%s ends as %s', async (...[model, kind, status]: Fault) => {
    const error: unknown = await embed(`openai/${model}`).then(
      () => 'an answer',
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'LlmError', kind, provider: 'openai', status });
    expect(JSON.stringify([error, String(error)])).not.toMatch(/sk-|127\.0\.0\.1|fake/i);
  });

  it('or gives other dimensions than it was asked for, or several', async () => {
    await expect(embed('openai/other-length', { dimensions: 64 })).rejects.toMatchObject({ kind: 'malformed' });
    await expect(embed('openai/ragged', { texts: TEXTS })).rejects.toMatchObject({ kind: 'malformed' });
  });

  it('at first is asked again', async () => {
    const patient = createTestLlm(fake.url, { maxRetries: 2 });
    const { vectors } = await patient.embed(
      { model: 'openai/flaky-2-503', texts: ['one'], purpose: 'query' },
      new AbortController().signal,
    );
    expect(vectors).toHaveLength(1);
    expect(fake.requests).toHaveLength(3);
    await patient.close();
  });

  it('in one batch stops the others', async () => {
    const texts = Array.from({ length: 96 * 5 }, (_, index) => `text ${index}`);
    await expect(embed('openai/error-500', { texts })).rejects.toMatchObject({ kind: 'upstream' });
    expect(fake.requests.length).toBeLessThan(5);
  });

  it('is known to have nothing of the kind', async () => {
    await expect(embed('local/extractive')).rejects.toMatchObject({ kind: 'unsupported' });
  });
});

it('a caller who leaves closes every connection', async () => {
  const caller = new AbortController();
  const texts = Array.from({ length: 300 }, (_, index) => `text ${index}`);
  const patient = createTestLlm(fake.url);
  const request = { model: 'openai/stall-mid-body', texts, purpose: 'document' } as const;
  const outcome = patient.embed(request, caller.signal).catch((error: unknown) => error);
  const stalled = (): typeof fake.requests => fake.requests.filter(({ body }) => body.model === 'stall-mid-body');
  while (stalled().length < 4) await sleep(5);
  caller.abort();
  expect(await Promise.all(stalled().map(({ ended }) => ended))).toEqual(Array(4).fill('aborted'));
  expect(await outcome).toMatchObject({ kind: 'cancelled' });
  await patient.close();
});
