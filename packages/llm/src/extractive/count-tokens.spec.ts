import { describe, expect, it } from '@jest/globals';
import { countUsage, firstTokens } from './count-tokens.ts';

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
