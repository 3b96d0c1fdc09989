import type { Dollars, Price } from '../models/model-entry.ts';
import { amountOf, pricesFor } from './cost-of.ts';
import { picoPerToken, toDollars } from './pico-dollars.ts';

/** What a call may use at most. */
export interface CallSize {
  promptTokens: number;
  /** Of each answer. */
  maxOutputTokens: number;
  /** How many answers are asked for; 1 when absent. */
  n?: number;
  /** How often the vendor may search; 0 when absent. */
  searches?: number;
}

/**
 * The most that a call of this size can cost, in US dollars; null when its price is not known. The prompt counts once,
 * at the dearest of the prices that input can have, and every answer at its full length.
 */
export function priceCeiling(size: CallSize, price: Price | undefined): string | null {
  if (price === undefined) return null;
  const { promptTokens, maxOutputTokens, n = 1, searches = 0 } = size;
  const prices = pricesFor(promptTokens, price);
  const amounts = [
    amountOf(promptTokens, dearest(prices.input, prices.cacheWrite)),
    amountOf(maxOutputTokens * n, dearest(prices.output, prices.reasoning)),
    amountOf(searches * 1_000, price.webSearch),
  ];
  let total = 0n;
  for (const amount of amounts) {
    if (amount === undefined) return null;
    total += amount;
  }
  return toDollars(total);
}

function dearest(one: Dollars, other: Dollars | undefined): Dollars {
  return other !== undefined && picoPerToken(other) > picoPerToken(one) ? other : one;
}
