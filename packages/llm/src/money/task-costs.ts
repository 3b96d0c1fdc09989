import type { Price } from '../models/model-entry.ts';
import { amountOf } from './cost-of.ts';
import { toDollars } from './pico-dollars.ts';

const DOCUMENTS_PER_SEARCH = 100;
const TOKENS_PER_DOCUMENT = 500;
const SECONDS_PER_MINUTE = 60;

/** What embedding so many tokens costs in US dollars; null when that is not known. */
export function costOfEmbedding(tokens: number, price: Price | undefined): string | null {
  return price === undefined ? null : dollars(amountOf(tokens, price.input));
}

/**
 * What reranking documents costs, by the tokens of each: for searches where the model has such a price, else for all
 * tokens that it reads, the question's with each document. Cohere counts a longer document as several
 * (cohere.com/pricing, read 2026-11-26). Null when that is not known.
 */
export function costOfReranking(
  questionTokens: number,
  documentTokens: readonly number[],
  price: Price | undefined,
): string | null {
  if (price === undefined) return null;
  const read = documentTokens.map((tokens) => tokens + questionTokens);
  if (price.search === undefined) return dollars(amountOf(sum(read), price.input));
  const documents = sum(read.map((tokens) => Math.ceil(tokens / TOKENS_PER_DOCUMENT)));
  // A price for a thousand is the price of a million thousandths.
  return dollars(amountOf(Math.ceil(documents / DOCUMENTS_PER_SEARCH) * 1_000, price.search));
}

/** What transcribing so many seconds costs; null when that is not known. */
export function costOfTranscription(seconds: number, price: Price | undefined): string | null {
  return price === undefined ? null : dollars(amountOf(Math.ceil(seconds / SECONDS_PER_MINUTE) * 1_000, price.minutes));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function dollars(amount: bigint | undefined): string | null {
  return amount === undefined ? null : toDollars(amount);
}
