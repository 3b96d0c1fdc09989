import type { Usage } from '@groundwire/client';
import type { Price, TokenPrices } from '../models/model-entry.ts';
import { type PicoDollars, picoPerToken, toDollars } from './pico-dollars.ts';

/** Usage with the details that OpenAI's contract names; vendors leave out what they have not. */
export type DetailedUsage = Usage & {
  prompt_tokens_details?: { cached_tokens?: number; cache_write_tokens?: number; audio_tokens?: number } | null;
  completion_tokens_details?: { reasoning_tokens?: number; audio_tokens?: number } | null;
  /** Anthropic's. */
  server_tool_use?: { web_search_requests?: number } | null;
};

/** What else the bill depends on. */
export interface CostOptions {
  /** As the answer states it. Other tiers than the standard one have other prices, which are not known here. */
  serviceTier?: string | null | undefined;
  /** The request asked for the vendor's web search, so the answer must say how often it searched. */
  webSearch?: boolean;
}

const STANDARD_TIERS: readonly string[] = ['default', 'standard', 'auto', 'on_demand'];

/**
 * What a call cost in US dollars, exactly: `'0.0001275'`; null when any price that it needs is not known. Every token is
 * billed once: cached and cache-written ones are part of the prompt, reasoning is part of the output.
 */
export function costOf(usage: DetailedUsage, price: Price | undefined, options: CostOptions = {}): string | null {
  if (price === undefined || price.atMost === true) return null;
  if (options.serviceTier != null && !STANDARD_TIERS.includes(options.serviceTier)) return null;
  const amounts = [...tokenAmounts(usage, pricesFor(usage.prompt_tokens, price)), searchAmount(usage, price, options)];
  let total: PicoDollars = 0n;
  for (const amount of amounts) {
    if (amount === undefined) return null;
    total += amount;
  }
  return toDollars(total);
}

/** The prices of a request by the length of its prompt. */
export function pricesFor(promptTokens: number, price: Price): TokenPrices {
  const { above } = price;
  return above !== undefined && promptTokens > above.promptTokens ? above : price;
}

/** What so many units cost, in pico dollars; undefined when they have no price or the count makes no sense. */
export function amountOf(count: number, dollarsPerMillion: string | undefined): PicoDollars | undefined {
  if (!Number.isSafeInteger(count) || count < 0) return undefined;
  if (count === 0) return 0n;
  return dollarsPerMillion === undefined ? undefined : BigInt(count) * picoPerToken(dollarsPerMillion);
}

function tokenAmounts(usage: DetailedUsage, prices: TokenPrices): (PicoDollars | undefined)[] {
  const { prompt_tokens_details: prompt, completion_tokens_details: completion } = usage;
  const cached = prompt?.cached_tokens ?? 0;
  const written = prompt?.cache_write_tokens ?? 0;
  const output = outputTokens(usage);
  const reasoning = prices.reasoning === undefined ? 0 : (completion?.reasoning_tokens ?? 0);
  const audio = (prompt?.audio_tokens ?? 0) + (completion?.audio_tokens ?? 0);
  return [
    amountOf(usage.prompt_tokens - cached - written, prices.input),
    amountOf(cached, prices.cachedInput),
    amountOf(written, prices.cacheWrite),
    amountOf(output - reasoning, prices.output),
    amountOf(reasoning, prices.reasoning),
    // Sound costs more than text, and its price is not in the table.
    amountOf(audio, undefined),
  ];
}

/**
 * xAI and Gemini do not count reasoning in `completion_tokens`, but all do in `total_tokens` (ai.google.dev, thinking;
 * docs.x.ai, reasoning; read 2026-11-26).
 */
function outputTokens({ prompt_tokens, completion_tokens, total_tokens }: Usage): number {
  return Math.max(completion_tokens, total_tokens - prompt_tokens);
}

function searchAmount(usage: DetailedUsage, price: Price, options: CostOptions): PicoDollars | undefined {
  const searches = usage.server_tool_use?.web_search_requests;
  if (searches === undefined) return options.webSearch === true ? undefined : 0n;
  // A price for a thousand is the price of a million thousandths.
  return amountOf(searches * 1_000, price.webSearch);
}
