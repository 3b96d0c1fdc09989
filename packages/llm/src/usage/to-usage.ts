import type { Usage } from '@groundwire/client';
import { isObject, type JsonObject } from '../dialects/openai-chat/json.ts';

/**
 * Vendors' counts as OpenAI counts: cached tokens are part of the prompt's, thoughts part of the completion's, and the total
 * is the sum of both. What a vendor does not tell stays untold; what it adds is kept. Undefined for what counts nothing.
 */
export function toUsage(given: unknown): Usage | undefined {
  if (!isObject(given)) return undefined;
  const { prompt_tokens_details: ofPrompt, completion_tokens_details: ofCompletion, ...rest } = given;
  const prompt = count(given['prompt_tokens']);
  const completion = count(given['completion_tokens']);
  const total = count(given['total_tokens']);
  if (prompt === undefined && completion === undefined) return undefined;
  const uncounted = uncountedThoughts(prompt, completion, total);
  const promptTokens = prompt ?? 0;
  const completionTokens = (completion ?? 0) + uncounted;
  return {
    ...rest,
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
    ...named('prompt_tokens_details', ofPrompt, 'cached_tokens', cachedTokens(given)),
    ...named('completion_tokens_details', ofCompletion, 'reasoning_tokens', reasoningTokens(given, uncounted)),
  };
}

/** What the total holds beyond the rest: Gemini and xAI count thoughts there only (docs.x.ai, consumption; any-llm#1290). */
function uncountedThoughts(
  prompt: number | undefined,
  completion: number | undefined,
  total: number | undefined,
): number {
  return Math.max(0, (total ?? 0) - (prompt ?? 0) - (completion ?? 0));
}

function cachedTokens(usage: JsonObject): number | undefined {
  // DeepSeek's name, and the one of Moonshot's and Together's.
  return count(usage['prompt_cache_hit_tokens']) ?? count(usage['cached_tokens']);
}

function reasoningTokens(usage: JsonObject, uncounted: number): number | undefined {
  return count(usage['reasoning_tokens']) ?? (uncounted > 0 ? uncounted : undefined);
}

/** Details with a count that the vendor gave elsewhere; nothing when there are none. */
function named(name: keyof Usage, given: unknown, field: string, elsewhere: number | undefined): JsonObject {
  const told = isObject(given) ? Object.entries(given).filter(([, value]) => value != null) : [];
  const details: JsonObject = { ...(elsewhere !== undefined && { [field]: elsewhere }), ...Object.fromEntries(told) };
  return Object.keys(details).length === 0 ? {} : { [name]: details };
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
