import type { CompletionChunk } from '../../../types.ts';
import { isKnownFinishReason } from './finish-reason.ts';
import { isObject, type JsonObject } from '../json.ts';
import { hasOtherNameForThoughts } from './to-speech.ts';

/** Whether a chunk is already what OpenAI's contract says, so that its bytes can be sent on. Hot path. */
export function isCleanChunk(chunk: JsonObject): chunk is JsonObject & CompletionChunk {
  if (chunk['object'] !== 'chat.completion.chunk' || 'error' in chunk) return false;
  if (typeof chunk['id'] !== 'string' || typeof chunk['model'] !== 'string' || chunk['id'] === '') return false;
  return Number.isInteger(chunk['created']) && (chunk['choices'] as unknown[]).every(isCleanChoice);
}

function isCleanChoice(choice: unknown): boolean {
  if (!isObject(choice) || !isObject(choice['delta'])) return false;
  const reason = choice['finish_reason'];
  return (
    typeof choice['index'] === 'number' &&
    (reason === null || isKnownFinishReason(reason)) &&
    isCleanDelta(choice['delta'])
  );
}

function isCleanDelta(delta: JsonObject): boolean {
  const { role, content, tool_calls: toolCalls } = delta;
  if (hasOtherNameForThoughts(delta)) return false;
  if (role !== undefined && role !== 'assistant') return false;
  if (content != null && typeof content !== 'string') return false;
  return toolCalls == null || (Array.isArray(toolCalls) && toolCalls.length > 0 && toolCalls.every(isCleanToolCall));
}

function isCleanToolCall(toolCall: unknown): boolean {
  return isObject(toolCall) && typeof toolCall['index'] === 'number';
}
