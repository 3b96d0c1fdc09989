import type { Draft } from './draft.ts';

/** OpenAI answers 400 to both limits at once. */
export function keepOneTokenLimit(draft: Draft): void {
  const { max_completion_tokens: limit, max_tokens: olderLimit } = draft.parameters;
  if (limit !== undefined && olderLimit !== undefined) draft.drop('max_tokens', '`max_completion_tokens` wins.');
}

/** Thinking counts as output: a limit that the budget alone would use up gives an empty answer. */
export function raiseLimitAbove(draft: Draft, budgetTokens: number): void {
  for (const name of ['max_completion_tokens', 'max_tokens'] as const) {
    const limit = draft.parameters[name];
    if (limit === undefined || limit > budgetTokens) continue;
    draft.change(name, budgetTokens + limit, 'The thinking budget comes on top of it.', 'raised', draft.providerId);
  }
}
