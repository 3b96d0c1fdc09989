import type { Draft } from '../../openai-chat/request/draft.ts';
import { roomFor } from '../../openai-chat/request/provider/room-for-thoughts.ts';
import type { Generation } from '../models.ts';
import type { Reasoning } from './reasoning.ts';
import { take } from './take.ts';

/**
 * `max_tokens`, which Anthropic requires. It counts thinking too and must be above its budget, so the budget is added to
 * what the caller wanted for the answer.
 */
export function toTokenLimit(draft: Draft, generation: Generation, reasoning: Reasoning): number {
  const limit = take(draft, 'max_completion_tokens');
  if (limit !== undefined && draft.parameters.max_tokens !== undefined) {
    draft.drop('max_tokens', '`max_completion_tokens` wins.');
  }
  const requested = limit ?? take(draft, 'max_tokens');
  const { budgetTokens } = reasoning;
  const room = draft.hasDefaultLimit && budgetTokens === 0 ? roomForThoughts(generation, reasoning) : budgetTokens;
  const effective = (requested ?? generation.defaultMaxTokens) + room;
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
    const reason = 'Thinking counts towards the limit, so room for it was added.';
    draft.report({ parameter, action: 'raised', from: requested, to: effective, reason, provider });
  }
  return effective;
}

/** Models that decide by themselves how long they think, and those that cannot be kept from it, need more than our default. */
function roomForThoughts({ thinking: kind, off }: Generation, { thinking, effort }: Reasoning): number {
  const isOn = thinking === undefined ? kind === 'adaptive' && off !== 'disabled' : thinking.type === 'adaptive';
  return isOn ? roomFor(effort === 'max' ? 'xhigh' : effort) : 0;
}
