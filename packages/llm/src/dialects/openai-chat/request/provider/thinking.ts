import type { CallParameters } from '../../../../types.ts';
import type { PolicyRules } from '../../../../policy/policy.ts';
import type { Draft } from '../draft.ts';
import { raiseLimitAbove } from '../token-limit.ts';

type Thinking = NonNullable<CallParameters['thinking']>;
type Effort = NonNullable<CallParameters['reasoning_effort']>;
type Translation = (draft: Draft, thinking: Thinking) => void;

const TRANSLATIONS: Record<NonNullable<PolicyRules['thinking']>, Translation> = {
  reasoning_effort: toEffort,
  thinking_config: toThinkingConfig,
  thinking_token_budget: toTokenBudget,
  type: toType,
};

/** Claude's thinking budget in the words of the provider. There is no faithful way between budgets and efforts. */
export function translateThinking(draft: Draft): void {
  const { thinking, reasoning_effort: effort } = draft.parameters;
  const { thinking: form } = draft.policy;
  if (thinking === undefined) {
    if (form === 'type' && effort === 'none') turnOff(draft);
    return;
  }
  if (form === undefined) return draft.drop('thinking', 'This model has no such setting.', draft.providerId);
  TRANSLATIONS[form](draft, thinking);
}

function toEffort(draft: Draft, thinking: Thinking): void {
  const { parameters, policy, providerId } = draft;
  if (parameters.reasoning_effort !== undefined) return draft.drop('thinking', '`reasoning_effort` wins.');
  const nearest = effortOf(thinking);
  const isOff = policy.values?.reasoning_effort?.[nearest] === 'none';
  const effort = isOff && thinking.type === 'enabled' ? 'high' : nearest;
  draft.report({
    parameter: 'thinking',
    action: 'translated',
    from: thinking,
    to: { reasoning_effort: effort },
    reason: 'The nearest there is: the provider takes no budget.',
    provider: providerId,
  });
  delete parameters.thinking;
  parameters.reasoning_effort = effort;
}

// Google's published budgets for low, medium and high are 1024, 8192 and 24576; the borders lie between them.
function effortOf({ type, budget_tokens: budgetTokens }: Thinking): Effort {
  if (type === 'disabled') return 'none';
  if (budgetTokens < 4_096) return 'low';
  return budgetTokens < 16_384 ? 'medium' : 'high';
}

// A literal top-level key (ai.google.dev/gemini-api/docs/openai); it answers 400 to an effort beside it.
function toThinkingConfig(draft: Draft, { type, budget_tokens: budgetTokens }: Thinking): void {
  const isOn = type === 'enabled';
  const config = { thinking_budget: isOn ? budgetTokens : 0, include_thoughts: isOn };
  if (draft.parameters.reasoning_effort !== undefined) draft.drop('reasoning_effort', '`thinking` is more exact.');
  draft.send('thinking', { extra_body: { google: { thinking_config: config } } }, 'translated', "The provider's form.");
  if (isOn) raiseLimitAbove(draft, budgetTokens);
}

function toTokenBudget(draft: Draft, thinking: Thinking): void {
  if (thinking.type === 'disabled') return toEffort(draft, thinking);
  const { budget_tokens: budgetTokens } = thinking;
  draft.send('thinking', { thinking_token_budget: budgetTokens }, 'translated', "The provider's form.");
  raiseLimitAbove(draft, budgetTokens);
}

/** DeepSeek's efforts begin with `low`. */
function turnOff(draft: Draft): void {
  draft.send('reasoning_effort', { thinking: { type: 'disabled' } }, 'translated', "The provider's form.");
}

function toType(draft: Draft, { type }: Thinking): void {
  draft.send('thinking', { thinking: { type } }, 'translated', 'The provider takes no budget, only on and off.');
}
