import { describe, expect, it } from '@jest/globals';
import { llmProviders } from '../providers.ts';
import { policyOf } from './policy-of.ts';
import { takes } from './takes.ts';

describe('what holds for a model', () => {
  it('is what the provider has, with every rule that fits laid over it', () => {
    const policy = policyOf(
      {
        omit: ['n'],
        values: { seed: { 1: 1 } },
        schema: 'prompt',
        models: [
          { pattern: /^a/, omit: ['user'], values: { n: { 1: 1 } } },
          { pattern: /b$/, schema: 'either' },
          { pattern: /c/, omit: ['stop'] },
        ],
      },
      'a-b',
    );
    expect(policy).toMatchObject({ omit: ['n', 'user'], values: { seed: { 1: 1 }, n: { 1: 1 } }, schema: 'either' });
  });

  it('is everything for a provider of whom nothing is said', () => {
    expect(takes(policyOf(undefined, 'any'), 'logit_bias')).toBe(true);
  });

  it.each([
    ['gpt-4o', true, false],
    ['gpt-4.1-mini', true, false],
    ['gpt-3.5-turbo', true, false],
    ['ft:gpt-4o-mini:acme::x', true, false],
    ['gpt-5-chat-latest', true, false],
    ['o1', false, true],
    ['o4-mini-2025-04-16', false, true],
    ['ft:o4-mini:acme::x', false, true],
    ['gpt-5', false, true],
    ['gpt-5.6-mini', false, true],
  ])('%s: top_p %j, reasoning_effort %j', (model, sampling, reasoning) => {
    const policy = policyOf(llmProviders.openai.policy, model);
    expect([takes(policy, 'top_p'), takes(policy, 'reasoning_effort')]).toEqual([sampling, reasoning]);
  });
});
