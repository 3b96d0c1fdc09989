import type { ChunkChoice } from '@groundwire/client';
import type { AnswerContext, CompletionChunk } from '../../../types.ts';
import { toFinishReason } from './finish-reason.ts';
import { isObject, type JsonObject } from '../json.ts';
import { toSpeech } from './to-speech.ts';

/** What is the same in every chunk of one stream. */
export type StreamHead = Pick<CompletionChunk, 'id' | 'created' | 'model'>;

/** A chunk as OpenAI's contract says, from what a vendor sent instead. */
export function mendChunk(chunk: JsonObject, head: StreamHead, context: AnswerContext): CompletionChunk {
  const { error: _empty, choices, ...rest } = chunk;
  return {
    ...rest,
    ...head,
    object: 'chat.completion.chunk',
    choices: (choices as unknown[]).map((choice, index) => mendChoice(choice, index, context)),
  };
}

function mendChoice(given: unknown, position: number, context: AnswerContext): ChunkChoice {
  const choice = isObject(given) ? given : {};
  const finishReason = toFinishReason(choice['finish_reason'], context.provider);
  const isFunctionCall = context.usesFunctions && finishReason === 'tool_calls';
  return {
    ...choice,
    index: typeof choice['index'] === 'number' ? choice['index'] : position,
    delta: mendDelta(choice['delta'], context),
    finish_reason: isFunctionCall ? 'function_call' : finishReason,
  };
}

function mendDelta(given: unknown, { usesFunctions }: AnswerContext): ChunkChoice['delta'] {
  const { role, ...delta } = isObject(given) ? given : {};
  const { tool_calls: toolCalls, ...speech } = toSpeech(delta, usesFunctions);
  return {
    ...(role === 'assistant' && { role }),
    ...speech,
    ...(Array.isArray(toolCalls) && { tool_calls: toolCalls.map(withIndex) }),
  };
}

// Gemini's compatible endpoint leaves the index out.
function withIndex(toolCall: unknown, position: number): NonNullable<ChunkChoice['delta']['tool_calls']>[number] {
  const call = isObject(toolCall) ? toolCall : {};
  return { ...call, index: typeof call['index'] === 'number' ? call['index'] : position };
}
