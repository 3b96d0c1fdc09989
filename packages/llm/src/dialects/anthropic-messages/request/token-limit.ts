import type { Draft } from '../../openai-chat/request/draft.ts';
import type { Generation } from '../models.ts';
import { take } from './take.ts';

/**
 * `max_tokens`, which Anthropic requires. It counts thinking too and must be above its budget, so the budget is added to
 * what the caller wanted for the answer.
 */
export function toTokenLimit(draft: Draft, { defaultMaxTokens }: Generation, thinkingTokens: number): number {
  const limit = take(draft, 'max_completion_tokens');
  if (limit !== undefined && draft.parameters.max_tokens !== undefined) {
    draft.drop('max_tokens', '`max_completion_tokens` wins.');
  }
  const requested = limit ?? take(draft, 'max_tokens');
  const effective = (requested ?? defaultMaxTokens) + thinkingTokens;
  const provider = draft.providerId;
  if (requested === undefined) {
    const reason = 'The provider requires a limit.';
    draft.report({ parameter: 'max_tokens', action: 'defaulted', to: effective, reason, provider });
    return effective;
  }
  const parameter = limit === undefined ? 'max_tokens' : 'max_completion_tokens';
  if (limit !== undefined) {
    const reason = 'The provider calls it `max_tokens`.';
    draft.report({ parameter, action: 'renamed', from: parameter, to: 'max_tokens', reason, provider });
  }
  if (effective > requested) {
    const reason = 'Thinking counts towards the limit: its budget was added.';
    draft.report({ parameter, action: 'raised', from: requested, to: effective, reason, provider });
  }
  return effective;
}
