import { describe, expect, it } from '@jest/globals';
import type { Price } from '../models/model-entry.ts';
import { costOf } from './cost-of.ts';
import { priceCeiling } from './price-ceiling.ts';

const PRICE: Price = { input: '2', cachedInput: '1', cacheWrite: '2.5', output: '10', webSearch: '10' };

describe('priceCeiling', () => {
  it('takes the dearest input, and every answer at its full length', () => {
    expect(priceCeiling({ promptTokens: 1_000, maxOutputTokens: 100 }, PRICE)).toBe('0.0035');
    expect(priceCeiling({ promptTokens: 1_000, maxOutputTokens: 100, n: 3 }, PRICE)).toBe('0.0055');
    expect(priceCeiling({ promptTokens: 0, maxOutputTokens: 0, searches: 2 }, PRICE)).toBe('0.02');
  });

  it('takes the prices of a long prompt', () => {
    const tiered: Price = { ...PRICE, above: { promptTokens: 999, input: '4', output: '20' } };
    expect(priceCeiling({ promptTokens: 1_000, maxOutputTokens: 100 }, tiered)).toBe('0.006');
  });

  it('is known where only a bound is', () => {
    expect(priceCeiling({ promptTokens: 1, maxOutputTokens: 0 }, { input: '1', output: '1', atMost: true })).toBe(
      '0.000001',
    );
  });

  it('is null for what has no price', () => {
    expect(priceCeiling({ promptTokens: 1, maxOutputTokens: 1 }, undefined)).toBeNull();
    expect(priceCeiling({ promptTokens: 1, maxOutputTokens: 1, searches: 1 }, { input: '1', output: '1' })).toBeNull();
    expect(priceCeiling({ promptTokens: 1, maxOutputTokens: 0.5 }, PRICE)).toBeNull();
  });

  it.each([
    [1_000, 0, 0, 1],
    [0, 1_000, 0, 1],
    [0, 0, 1_000, 1],
    [333, 333, 334, 4],
    [0, 0, 0, 3],
  ])(
    'is not below what a call within it costs: %p plain, %p cached, %p written, %p answers',
    (plain, cached, written, n) => {
      const promptTokens = plain + cached + written;
      const completionTokens = n * 50;
      const cost = costOf(
        {
          prompt_tokens: promptTokens,
          completion_tokens: completionTokens,
          total_tokens: promptTokens + completionTokens,
          prompt_tokens_details: { cached_tokens: cached, cache_write_tokens: written },
        },
        PRICE,
      );
      expect(cost).not.toBeNull();
      expect(Number(cost)).toBeLessThanOrEqual(Number(priceCeiling({ promptTokens, maxOutputTokens: 50, n }, PRICE)));
    },
  );
});
