import type { FinishReason } from '@groundwire/client';
import { LlmError } from '../../../llm-error.ts';

const KNOWN: ReadonlySet<unknown> = new Set<FinishReason>([
  'stop',
  'length',
  'tool_calls',
  'content_filter',
  'function_call',
]);

/** Other words for the five that OpenAI's contract has. */
const SYNONYMS: Readonly<Record<string, FinishReason>> = {
  end_turn: 'stop',
  eos: 'stop',
  pause_turn: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  model_length: 'length',
  tool_use: 'tool_calls',
  prohibited_content: 'content_filter',
  recitation: 'content_filter',
  refusal: 'content_filter',
  safety: 'content_filter',
};

export function isKnownFinishReason(reason: unknown): boolean {
  return KNOWN.has(reason);
}

/** Null while the answer goes on. Throws `LlmError` for a reason that means a failure, and for one nobody knows. */
export function toFinishReason(reason: unknown, provider: string): FinishReason | null {
  if (reason == null || reason === '') return null;
  if (isKnownFinishReason(reason)) return reason as FinishReason;
  const synonym = typeof reason === 'string' ? SYNONYMS[reason.toLowerCase()] : undefined;
  if (synonym !== undefined) return synonym;
  // Mistral's `error`, DeepSeek's `insufficient_system_resource`, vLLM's `abort`: the answer is not whole.
  throw new LlmError('upstream', `\`${provider}\` broke off its answer.`, { provider });
}
