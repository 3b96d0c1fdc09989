import type { ModelFacts } from '@groundwire/llm';

/** Room that is left for an answer whose length the caller did not limit. */
const DEFAULT_OUTPUT_TOKENS = 1_024;

/** How many tokens a prompt may have; undefined when that is not known. */
export function promptLimit(maxOutputTokens: number | undefined, facts: ModelFacts | undefined): number | undefined {
  if (facts?.contextTokens === undefined) return undefined;
  const output = maxOutputTokens ?? Math.min(DEFAULT_OUTPUT_TOKENS, facts.maxOutputTokens ?? DEFAULT_OUTPUT_TOKENS);
  return Math.min(facts.contextTokens - output, facts.maxPromptTokens ?? facts.contextTokens);
}
