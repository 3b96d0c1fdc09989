import { describe, expect, it } from '@jest/globals';
import type { Price } from '../models/model-entry.ts';
import { costOf, type DetailedUsage } from './cost-of.ts';

const PRICE: Price = { input: '2.5', cachedInput: '1.25', cacheWrite: '3.125', output: '10' };

function usage(prompt: number, completion: number, others: Partial<DetailedUsage> = {}): DetailedUsage {
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion, ...others };
}

describe('costOf', () => {
  it('multiplies tokens by prices, exactly', () => {
    expect(costOf(usage(1_000_000, 1_000_000), PRICE)).toBe('12.5');
    expect(costOf(usage(19, 10), PRICE)).toBe('0.0001475');
    expect(costOf(usage(1, 0), { input: '0.003625', output: '1' })).toBe('0.000000003625');
    expect(costOf(usage(3, 0), { input: '0.1', output: '1' })).toBe('0.0000003');
    expect(costOf(usage(0, 0), PRICE)).toBe('0');
  });

  it('counts cached and cache-written tokens once, as part of the prompt', () => {
    const details = { prompt_tokens_details: { cached_tokens: 400, cache_write_tokens: 100 } };
    // 500 × 2.5 + 400 × 1.25 + 100 × 3.125 per million
    expect(costOf(usage(1_000, 0, details), PRICE)).toBe('0.0020625');
  });

  it('counts reasoning once, as part of the output', () => {
    const details = { completion_tokens_details: { reasoning_tokens: 90 } };
    expect(costOf(usage(0, 100, details), PRICE)).toBe('0.001');
    expect(costOf(usage(0, 100, details), { ...PRICE, reasoning: '20' })).toBe('0.0019');
  });

  it('counts reasoning that stands beside the completion, as at xAI and Gemini', () => {
    const details = { total_tokens: 110, completion_tokens_details: { reasoning_tokens: 90 } };
    expect(costOf(usage(10, 10, details), { input: '1', output: '1' })).toBe('0.00011');
  });

  it('bills all of a long prompt, and its answer, at the higher prices', () => {
    const tiered: Price = { ...PRICE, above: { promptTokens: 1_000, input: '5', output: '20' } };
    expect(costOf(usage(1_000, 100), tiered)).toBe('0.0035');
    expect(costOf(usage(1_001, 100), tiered)).toBe('0.007005');
    const cached = usage(1_001, 0, { prompt_tokens_details: { cached_tokens: 1 } });
    expect(costOf(cached, tiered)).toBeNull();
  });

  it('adds the fee of web searches', () => {
    const searched = usage(0, 0, { server_tool_use: { web_search_requests: 3 } });
    expect(costOf(searched, { ...PRICE, webSearch: '10' })).toBe('0.03');
    expect(costOf(searched, PRICE)).toBeNull();
    expect(costOf(usage(0, 0), { ...PRICE, webSearch: '10' }, { webSearch: true })).toBeNull();
    expect(costOf(usage(0, 0), { ...PRICE, webSearch: '10' }, { webSearch: false })).toBe('0');
  });

  it.each<[string, DetailedUsage, Price | undefined]>([
    ['the price is unknown', usage(1, 1), undefined],
    ['the price depends on the hour', usage(1, 1), { ...PRICE, atMost: true }],
    [
      'cached tokens have no price',
      usage(9, 1, { prompt_tokens_details: { cached_tokens: 1 } }),
      { input: '1', output: '1' },
    ],
    [
      'cache writes have no price',
      usage(9, 1, { prompt_tokens_details: { cache_write_tokens: 1 } }),
      { input: '1', output: '1' },
    ],
    ['it heard something', usage(9, 1, { prompt_tokens_details: { audio_tokens: 1 } }), PRICE],
    ['it spoke', usage(9, 1, { completion_tokens_details: { audio_tokens: 1 } }), PRICE],
    ['more is cached than was sent', usage(9, 1, { prompt_tokens_details: { cached_tokens: 10 } }), PRICE],
    ['a count is no count', usage(Number.NaN, 1), PRICE],
    ['a count is negative', usage(-1, 1), PRICE],
  ])('is null when %s', (_, counted, price) => {
    expect(costOf(counted, price)).toBeNull();
  });

  it('is null for another service tier than the standard one', () => {
    expect(costOf(usage(1, 0), PRICE, { serviceTier: 'priority' })).toBeNull();
    expect(costOf(usage(1, 0), PRICE, { serviceTier: 'flex' })).toBeNull();
    expect(costOf(usage(1, 0), PRICE, { serviceTier: 'default' })).toBe('0.0000025');
    expect(costOf(usage(1, 0), PRICE, { serviceTier: null })).toBe('0.0000025');
  });
});
