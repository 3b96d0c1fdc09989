import type { ThinkingConfigParam } from '@anthropic-ai/sdk/resources/messages';
import type { Adjustment } from '@groundwire/client';
import type { CallParameters } from '../../../types.ts';
import type { Draft } from '../../openai-chat/request/draft.ts';
import type { Effort, Generation } from '../models.ts';
import { take } from './take.ts';

export interface Reasoning {
  thinking?: ThinkingConfigParam;
  effort?: Effort;
  /** What `max_tokens` must leave for thinking. */
  budgetTokens: number;
}

type AskedEffort = NonNullable<CallParameters['reasoning_effort']>;

// Google's published budgets of its three efforts: there is no faithful conversion between the two.
const BUDGETS: Readonly<Record<Exclude<AskedEffort, 'none'>, number>> = {
  minimal: 1_024,
  low: 1_024,
  medium: 8_192,
  high: 24_576,
  xhigh: 24_576,
};

const WINS = '`thinking` wins.';

/** `thinking` and `reasoning_effort` in the form that the model's generation takes. */
export function toReasoning(draft: Draft, generation: Generation): Reasoning {
  const thinking = take(draft, 'thinking');
  const effort = take(draft, 'reasoning_effort');
  if (thinking === undefined && effort === 'none') return turnOff(draft, 'reasoning_effort', effort, generation);
  const off = thinking?.type === 'disabled' ? turnOff(draft, 'thinking', thinking, generation) : undefined;
  const budget = thinking?.type === 'enabled' ? thinking.budget_tokens : undefined;
  const chosen = effort === undefined ? {} : withEffort(draft, effort, generation, obstacleTo(draft, thinking));
  if (budget === undefined) return { ...chosen, budgetTokens: chosen.budgetTokens ?? 0, ...off };
  return { ...chosen, ...think(draft, budget, generation, chosen.effort) };
}

function turnOff(draft: Draft, parameter: string, from: unknown, { thinking, off }: Generation): Reasoning {
  if (thinking === 'none') return { budgetTokens: 0 };
  if (off === undefined) {
    report(draft, parameter, 'dropped', from, undefined, 'This model cannot be kept from thinking.');
    return { budgetTokens: 0 };
  }
  const to: ThinkingConfigParam = { type: off };
  report(draft, parameter, 'translated', from, to, "The least thinking, in the provider's form.");
  return { thinking: to, budgetTokens: 0 };
}

function withEffort(
  draft: Draft,
  asked: AskedEffort,
  { thinking, efforts }: Generation,
  obstacle: string | undefined,
): Partial<Reasoning> {
  const say = (action: Adjustment['action'], to: unknown, reason: string): void =>
    report(draft, 'reasoning_effort', action, asked, to, reason);
  if (asked === 'none' || (efforts.length === 0 && obstacle !== undefined)) {
    say('dropped', undefined, obstacle ?? WINS);
    return {};
  }
  if (efforts.length === 0) {
    if (thinking === 'none') {
      say('dropped', undefined, 'This model does not reason.');
      return {};
    }
    const to: ThinkingConfigParam = { type: 'enabled', budget_tokens: BUDGETS[asked] };
    say('translated', to, 'This model takes a thinking budget instead.');
    return { thinking: to, budgetTokens: to.budget_tokens };
  }
  const wanted = asked === 'minimal' ? 'low' : asked;
  const effort = efforts.includes(wanted) ? wanted : (efforts.at(-1) as Effort);
  say(effort === wanted ? 'translated' : 'clamped', effort, 'The provider calls it `output_config.effort`.');
  return { effort };
}

/** Why an effort may not become a thinking budget. It is a hint: it gives way to what the caller demands. */
function obstacleTo(draft: Draft, thinking: CallParameters['thinking']): string | undefined {
  const { tool_choice: choice } = draft.parameters;
  if (thinking !== undefined) return WINS;
  const isForced = choice !== undefined && choice !== 'auto' && choice !== 'none';
  return isForced ? 'No tool can be forced while this model thinks.' : undefined;
}

function think(draft: Draft, budget: number, { thinking: kind }: Generation, effort: Effort | undefined): Reasoning {
  const from = { type: 'enabled', budget_tokens: budget };
  if (kind === 'none') {
    report(draft, 'thinking', 'dropped', from, undefined, 'This model does not think.');
    return { budgetTokens: 0 };
  }
  if (kind === 'manual') return { thinking: { type: 'enabled', budget_tokens: budget }, budgetTokens: budget };
  // The default of newer models leaves the thinking text out.
  const thinking: ThinkingConfigParam = { type: 'adaptive', display: 'summarized' };
  const chosen = effort ?? effortOf(budget);
  const reason = 'This model takes no budget: it decides by itself, guided by the effort.';
  report(draft, 'thinking', 'translated', from, { thinking, effort: chosen }, reason);
  return { thinking, effort: chosen, budgetTokens: budget };
}

function effortOf(budgetTokens: number): Effort {
  if (budgetTokens < 4_096) return 'low';
  return budgetTokens < 16_384 ? 'medium' : 'high';
}

function report(
  draft: Draft,
  parameter: string,
  action: Adjustment['action'],
  from: unknown,
  to: unknown,
  reason: string,
): void {
  draft.report({ parameter, action, from, to, reason, provider: draft.providerId });
}
