import type { ModelTable } from '../models/model-table.ts';
import { llmProviders } from '../providers.ts';
import type { LlmProvider } from '../types.ts';
import { type CostOptions, costOf, type DetailedUsage } from './cost-of.ts';

/** An answer whose provider has counted it. */
export interface CountedAnswer extends CostOptions {
  providerId: string;
  /** As it was asked for, without our prefix; what the vendor bills by. */
  model: string;
  usage: DetailedUsage;
  /** When it was asked for. */
  time: Date;
}

/**
 * What an answer cost in US dollars; null when that is not known. A provider that states what it took is believed.
 * Only for usage that the provider counted: what `UsageSoFar` estimated has no cost.
 */
export function costOfAnswer(answer: CountedAnswer, models: ModelTable): string | null {
  const { providerId, model, usage, time } = answer;
  const provider: LlmProvider | undefined = Object.hasOwn(llmProviders, providerId)
    ? llmProviders[providerId as keyof typeof llmProviders]
    : undefined;
  if (provider?.statesCost === true) return statedCost(usage);
  return costOf(usage, models.find(providerId, model)?.priceAt(time), answer);
}

/** The contract's `cost`: a number that prints the exact decimal, up to a thousand dollars and to the 12th digit. */
export function toCostNumber(dollars: string | null): number | null {
  return dollars === null ? null : Number(dollars);
}

/** The decimal that a number of `toCostNumber` stands for, without an exponent. */
export function fromCostNumber(cost: number): string {
  return cost.toFixed(MOST_DIGITS).replace(/\.?0+$/, '');
}

const MOST_DIGITS = 12;

function statedCost(usage: object): string | null {
  const cost = 'cost' in usage ? usage.cost : undefined;
  if (typeof cost !== 'number' || !Number.isFinite(cost) || cost < 0) return null;
  return fromCostNumber(cost);
}
