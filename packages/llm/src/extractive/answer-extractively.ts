import { randomUUID } from 'node:crypto';
import type { Delta } from '@groundwire/client';
import { LlmError } from '../llm-error.ts';
import type { CompletionChunk, ModelCall, StreamPart } from '../types.ts';
import { type Answer, composeAnswer } from './compose-answer.ts';
import { countUsage } from './count-tokens.ts';
import { EXTRACTIVE_PROVIDER } from './extractive-adjustments.ts';

/** One word, or a piece of a long one, with the white space before it. */
const PIECES = /\s*\S{1,24}|\s+$/gu;

/**
 * Answers without a language model: quotes the sentences of the call's passages that best answer the last user message,
 * or says that there are none. Yields OpenAI's chunks when the call streams, else one completion. Always one choice.
 * Throws `LlmError` of kind `cancelled` when the signal aborts.
 */
export async function* answerExtractively(call: ModelCall, signal: AbortSignal): AsyncGenerator<StreamPart> {
  throwIfAborted(signal);
  const answer = await composeAnswer(call);
  const parts = call.parameters.stream === true ? streamedParts(call, answer) : wholeParts(call, answer);
  for await (const part of parts) {
    throwIfAborted(signal);
    yield part;
  }
}

async function* wholeParts(call: ModelCall, { text, finishReason }: Answer): AsyncGenerator<StreamPart> {
  yield {
    type: 'completion',
    completion: {
      ...envelope(call),
      object: 'chat.completion',
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: text, refusal: null },
          logprobs: null,
          finish_reason: finishReason,
        },
      ],
      usage: await countUsage(call.messages, text),
    },
  };
}

async function* streamedParts(call: ModelCall, answer: Answer): AsyncGenerator<StreamPart> {
  const withUsage = call.parameters.stream_options?.include_usage === true;
  const common: Omit<CompletionChunk, 'choices'> = {
    ...envelope(call),
    object: 'chat.completion.chunk',
    ...(withUsage ? { usage: null } : {}),
  };
  const chunk = (delta: Delta, finishReason: Answer['finishReason'] | null): StreamPart => ({
    type: 'chunk',
    chunk: { ...common, choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }] },
  });
  yield chunk({ role: 'assistant', content: '', refusal: null }, null);
  for (const [content] of answer.text.matchAll(PIECES)) yield chunk({ content }, null);
  yield chunk({}, answer.finishReason);
  if (withUsage) {
    const usage = await countUsage(call.messages, answer.text);
    yield { type: 'chunk', chunk: { ...common, choices: [], usage } };
  }
}

function envelope({ model }: ModelCall): { id: string; created: number; model: string } {
  return { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000), model };
}

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new LlmError('cancelled', 'The call was cancelled.', { provider: EXTRACTIVE_PROVIDER });
}
