import { describe, expect, it } from '@jest/globals';
import { countTokens } from './count-tokens.ts';

describe('countTokens', () => {
  it('counts in o200k_base', async () => {
    expect(await countTokens('hello world')).toBe(2);
    expect(await countTokens('')).toBe(0);
  });

  it('counts what looks like a special token as text', async () => {
    expect(await countTokens('<|endoftext|>')).toBeGreaterThan(1);
  });

  it('knows the older encoding', async () => {
    const text = '检索增强生成';
    expect(await countTokens(text, 'cl100k_base')).toBeGreaterThan(await countTokens(text));
  });

  it('counts a run of a million letters without taking its square', async () => {
    expect(await countTokens('a'.repeat(1_000_000))).toBeGreaterThan(10_000);
  });
});
