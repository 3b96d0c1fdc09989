import type { ThinkingForm } from '../../thinking/thinking-form.ts';
import type { CallParameters, ThinkingCall } from '../../types.ts';
import { type Generation, generationOf } from './models.ts';

/** Signed blocks, wherever the model may think in this call. */
export function thinkingForm({ parameters }: ThinkingCall, model: string): ThinkingForm | undefined {
  const generation = generationOf(model);
  const { thinking, reasoning_effort: effort } = parameters;
  const isOff = thinking === undefined ? effort === 'none' : thinking.type === 'disabled';
  if (generation.thinking === 'adaptive') return isOff && generation.off === 'disabled' ? undefined : 'thinking_blocks';
  return asksForThinking(parameters, generation) ? 'thinking_blocks' : undefined;
}

/** Whether the caller wants this model to think: by a budget, or by an effort that becomes one. */
export function asksForThinking(
  { thinking, reasoning_effort: effort }: CallParameters,
  { thinking: kind, efforts }: Generation,
): boolean {
  if (kind === 'none') return false;
  if (thinking !== undefined) return thinking.type === 'enabled';
  return efforts.length === 0 && effort !== undefined && effort !== 'none';
}
