import { describe, expect, it } from '@jest/globals';
import { createModelTable } from '../models/model-table.ts';
import { costOfAnswer, toCostNumber } from './cost-of-answer.ts';
import { toDollars } from './pico-dollars.ts';

const table = createModelTable();
const time = new Date('2026-11-26T00:00:00Z');
const usage = { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 };

describe('costOfAnswer', () => {
  it('looks the price up', () => {
    expect(costOfAnswer({ providerId: 'openai', model: 'gpt-4o-mini', usage, time }, table)).toBe('0.00021');
    expect(costOfAnswer({ providerId: 'local', model: 'extractive', usage, time }, table)).toBe('0');
  });

  it.each([
    ['ollama', 'llama3.2'],
    ['azure', 'gpt-4o'],
    ['openai', 'gpt-99'],
    ['deepseek', 'deepseek-flash'],
    ['nobody', 'x'],
    ['toString', 'x'],
  ])('invents nothing for %s/%s', (providerId, model) => {
    expect(costOfAnswer({ providerId, model, usage, time }, table)).toBeNull();
  });

  it.each<[unknown, string | null]>([
    [0.00014, '0.00014'],
    [1e-9, '0.000000001'],
    [100, '100'],
    [0, '0'],
    [-1, null],
    [Number.NaN, null],
    ['0.1', null],
    [undefined, null],
  ])('believes a provider that states %p', (cost, expected) => {
    const stated = { ...usage, cost };
    expect(costOfAnswer({ providerId: 'openrouter', model: 'openai/gpt-4o', usage: stated, time }, table)).toBe(
      expected,
    );
    expect(costOfAnswer({ providerId: 'openai', model: 'gpt-99', usage: stated, time }, table)).toBeNull();
  });
});

describe('toCostNumber', () => {
  it('prints the exact decimal, below a thousand dollars', () => {
    expect(toCostNumber(null)).toBeNull();
    expect(JSON.stringify(toCostNumber('0.0001475'))).toBe('0.0001475');
    for (const pico of [1n, 10n, 999n, 147_500_000n, 10n ** 12n, 123_456_789_012_345n, 10n ** 15n - 1n]) {
      const dollars = toDollars(pico);
      const printed = JSON.stringify(toCostNumber(dollars));
      expect(Number(printed).toFixed(12)).toBe(Number(dollars).toFixed(12));
      expect(BigInt(Number(printed).toFixed(12).replace('.', ''))).toBe(pico);
      if (!printed.includes('e')) expect(printed).toBe(dollars);
    }
  });
});
