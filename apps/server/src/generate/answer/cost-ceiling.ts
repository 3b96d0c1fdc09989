import { addDollars, countPrompt, type ModelTable, priceCeiling, toCostNumber, tokenCounterOf } from '@groundwire/llm';
import type { ReadyCandidate } from '../candidates/candidate.ts';
import type { SplitRequest } from '../request/split-request.ts';

/** The names that vendors give the limit of an answer. */
const LIMITS = ['max_completion_tokens', 'max_tokens'];

/**
 * The most that a call can cost, in US dollars; null when the price is not known, or nothing bounds the call: no limit of
 * the answer, or a vendor that may search as often as it likes.
 */
export async function costCeiling(
  models: ModelTable,
  { answer, messages }: ReadyCandidate,
  { parameters }: SplitRequest,
): Promise<number | null> {
  if (answer.request === undefined) return 0;
  if (parameters.web_search_options !== undefined) return null;
  const { provider, model, request, calls } = answer;
  const facts = models.find(provider, model);
  const limit = LIMITS.map((name) => request.body[name]).find((value) => typeof value === 'number');
  const maxOutputTokens = limit ?? facts?.maxOutputTokens;
  if (maxOutputTokens === undefined) return null;
  const promptTokens = await countPrompt({ messages, parameters }, tokenCounterOf(provider, model));
  // A vendor that gives one answer a call reads the prompt for each of them.
  const size = { promptTokens, maxOutputTokens, n: calls > 1 ? 1 : (parameters.n ?? 1) };
  const ceiling = priceCeiling(size, facts?.priceAt(new Date()));
  return toCostNumber(addDollars(Array.from({ length: calls }, () => ceiling)));
}
