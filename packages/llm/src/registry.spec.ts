import { describe, expect, it } from '@jest/globals';
import { createRegistry } from './registry.ts';

const registry = createRegistry({
  apiKeys: { openai: 'k1', groq: 'k2', together: 'k3', mistral: '' },
  baseUrls: { groq: 'http://127.0.0.1:1/v1/', vllm: 'http://127.0.0.1:2/v1' },
});

describe('a model name', () => {
  it.each([
    ['gpt-4o-mini', 'openai', 'gpt-4o-mini', 'https://api.openai.com/v1'],
    ['openai/gpt-4o', 'openai', 'gpt-4o', 'https://api.openai.com/v1'],
    ['groq/llama-3', 'groq', 'llama-3', 'http://127.0.0.1:1/v1'],
    ['together/meta-llama/Llama-3', 'together', 'meta-llama/Llama-3', 'https://api.together.xyz/v1'],
    ['ollama/llama3.2', 'ollama', 'llama3.2', 'http://127.0.0.1:11434/v1'],
    ['local/extractive', 'local', 'extractive', undefined],
  ])('%s', (name, providerId, model, baseUrl) => {
    expect(registry.resolve(name)).toMatchObject({ model, endpoint: { providerId, baseUrl } });
  });

  it.each([
    ['nobody/x', 'Known: local, openai, azure'],
    ['toString/x', 'Known: local'],
    ['groq/', 'needs a model'],
    ['local/gpt-9', 'offers only: extractive'],
    ['deepseek/chat', 'must set DEEPSEEK_API_KEY'],
    ['mistral/small', 'must set MISTRAL_API_KEY'],
    ['custom/x', 'must set CUSTOM_BASE_URL'],
    ['azure/x', 'must set AZURE_API_KEY'],
  ])('%s is refused: %s', (name, reason) => {
    expect(() => registry.resolve(name)).toThrow(
      expect.objectContaining({ kind: 'not_found', param: 'model', message: expect.stringContaining(reason) }),
    );
  });
});

describe('an endpoint', () => {
  it('sends its key as its provider wants it', () => {
    const own = createRegistry(
      { apiKeys: { a: 'k', b: 'k' }, baseUrls: {} },
      {
        a: {
          dialect: 'openai-chat',
          baseUrl: 'http://a',
          auth: { header: 'x-api-key' },
          headers: { 'x-version': '1' },
        },
        b: { dialect: 'openai-chat', baseUrl: 'http://b' },
      },
    );
    expect(own.endpoints.map(({ headers }) => headers)).toEqual([
      { 'x-version': '1', 'x-api-key': 'k' },
      { authorization: 'Bearer k' },
    ]);
  });

  it('is configured with a key, or when it needs none and was given an address', () => {
    const configured = registry.endpoints.filter((endpoint) => endpoint.configured).map(({ providerId }) => providerId);
    expect(configured).toEqual(['openai', 'groq', 'together', 'vllm']);
  });
});
