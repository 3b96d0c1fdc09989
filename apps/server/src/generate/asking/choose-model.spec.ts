import { describe, expect, it } from '@jest/globals';
import { chooseModel } from './choose-model.ts';

const NOTHING = { llmProvider: null, llmModel: null };
const GROQ = { llmProvider: 'groq', llmModel: 'llama' };

describe('chooseModel', () => {
  it.each([
    ["the request's", { llm_provider: 'openai', llm_model: 'gpt' }, 'profile', GROQ, 'openai/gpt'],
    [
      'a model that names its provider',
      { llm_provider: 'openai', llm_model: 'openai/gpt' },
      undefined,
      GROQ,
      'openai/gpt',
    ],
    ['a model alone', { llm_model: 'mistral/small' }, 'profile', GROQ, 'mistral/small'],
    ["the profile's", {}, 'openai/gpt', GROQ, 'openai/gpt'],
    ["the project's", {}, undefined, GROQ, 'groq/llama'],
    ["the project's model of the provider", { llm_provider: 'groq' }, 'profile', GROQ, 'groq/llama'],
    ['what needs no key', {}, undefined, NOTHING, 'local/extractive'],
    [
      'what needs no key, for a provider alone',
      {},
      undefined,
      { llmProvider: 'groq', llmModel: null },
      'local/extractive',
    ],
  ])('takes %s', (_, wish, profile, project, model) => {
    expect(chooseModel(wish, profile, project)).toBe(model);
  });

  it('asks for a model of a provider that it knows none of', () => {
    expect(() => chooseModel({ llm_provider: 'openai' }, undefined, GROQ)).toThrow(/llm_model is missing/);
  });
});
