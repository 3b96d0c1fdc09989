import { describe, expect, it } from '@jest/globals';
import { createTestLlm } from '../__fixtures__/create-test-llm.ts';
import type { Task, TaskSettings } from './task-types.ts';

const chosen = (
  task: Task,
  provider: string | undefined,
  keys: string[],
  models: TaskSettings['models'] = {},
): string | undefined => {
  const apiKeys = Object.fromEntries(keys.map((key) => [key, 'k']));
  return createTestLlm('', { apiKeys, baseUrls: {}, tasks: { models } }).modelFor(task, provider);
};

describe('the model for a task', () => {
  it.each([
    ['embeddings', 'openai', ['openai'], 'openai/text-embedding-3-large'],
    ['embeddings', 'cohere', ['cohere'], 'cohere/embed-multilingual-v3.0'],
    ['embeddings', 'google', ['gemini'], 'gemini/gemini-embedding-001'],
    ['embeddings', 'mistral', ['mistral'], 'mistral/mistral-embed'],
    ['embeddings', 'jina', ['jina'], 'jina/jina-embeddings-v3'],
    ['embeddings', 'jina', ['openai'], undefined],
    ['embeddings', 'toString', ['openai'], undefined],
    ['embeddings', undefined, ['openai'], undefined],
    ['transcription', 'openai', ['openai'], 'openai/whisper-1'],
    ['transcription', 'amazon', ['openai'], undefined],
    ['reranking', 'openai', ['openai'], undefined],
    ['reranking', 'openai', ['openai', 'jina'], 'jina/jina-reranker-v2-base-multilingual'],
    ['reranking', 'jina', ['cohere', 'jina'], 'jina/jina-reranker-v2-base-multilingual'],
    ['reranking', undefined, ['cohere', 'jina'], 'cohere/rerank-v3.5'],
  ] as const)('%s of %s with keys of %j is %s', (task, provider, keys, model) => {
    expect(chosen(task, provider, [...keys])).toBe(model);
  });

  it('is the operator’s, whatever the project names', () => {
    expect(chosen('embeddings', 'openai', ['openai'], { embeddings: 'ollama/bge-m3' })).toBe('ollama/bge-m3');
  });

  it('is none when the operator says so', () => {
    expect(chosen('embeddings', 'openai', ['openai'], { embeddings: 'none' })).toBeUndefined();
  });

  it('must be one of a provider that is configured', () => {
    expect(() => chosen('embeddings', 'openai', [], { embeddings: 'jina/jina-embeddings-v3' })).toThrow('JINA_API_KEY');
  });
});

it('a provider without chat is refused as one', () => {
  const llm = createTestLlm('', { apiKeys: { jina: 'k' } });
  const call = { model: 'jina/jina-embeddings-v3', messages: [], parameters: {}, question: [], passages: [] };
  expect(() => llm.call(call, new AbortController().signal)).toThrow(expect.objectContaining({ kind: 'not_found' }));
});
