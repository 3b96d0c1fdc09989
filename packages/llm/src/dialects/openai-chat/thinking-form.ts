import { policyOf } from '../../policy/policy-of.ts';
import type { ThinkingForm } from '../../thinking/thinking-form.ts';
import type { LlmProvider, ThinkingCall } from '../../types.ts';

/** By the policy. A text is wanted only in requests with tools, and only while the model thinks. */
export function thinkingForm(
  { parameters }: ThinkingCall,
  model: string,
  provider: LlmProvider,
): ThinkingForm | undefined {
  const { thoughts } = policyOf(provider.policy, model);
  if (thoughts !== 'reasoning_content') return thoughts;
  const { thinking, reasoning_effort: effort, tools, functions } = parameters;
  const isOff = thinking === undefined ? effort === 'none' : thinking.type === 'disabled';
  return isOff || (tools ?? functions ?? []).length === 0 ? undefined : thoughts;
}
