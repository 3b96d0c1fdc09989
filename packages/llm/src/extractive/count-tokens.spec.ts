import { describe, expect, it } from '@jest/globals';
import { countTokens, countUsage, firstTokens } from './count-tokens.ts';

describe('countTokens', () => {
  it('counts in o200k_base', async () => {
    expect(await countTokens('hello world')).toBe(2);
    expect(await countTokens('')).toBe(0);
  });

  it('counts what looks like a special token as text', async () => {
    expect(await countTokens('<|endoftext|>')).toBeGreaterThan(1);
  });

  it('counts a run of a million letters without taking its square', async () => {
    expect(await countTokens('a'.repeat(1_000_000))).toBeGreaterThan(10_000);
  });
});

describe('firstTokens', () => {
  it('keeps so many tokens and never half a character', async () => {
    expect(await firstTokens('hello world again', 2)).toBe('hello world');
    const emoji = await firstTokens('🧑‍🚀🧑‍🚀🧑‍🚀', 4);
    expect('🧑‍🚀🧑‍🚀🧑‍🚀'.startsWith(emoji)).toBe(true);
  });
});

describe('countUsage', () => {
  it('adds what the chat format costs', async () => {
    const usage = await countUsage([{ role: 'user', content: 'hello world' }], 'hello');
    expect(usage).toEqual({ prompt_tokens: 3 + 3 + 1 + 2, completion_tokens: 1, total_tokens: 10 });
  });
});
