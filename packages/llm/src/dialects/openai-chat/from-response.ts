import { randomUUID } from 'node:crypto';
import type { Choice } from '@groundwire/client';
import { LlmError } from '../../llm-error.ts';
import type { AnswerContext, Completion } from '../../types.ts';
import { toUsage } from '../../usage/to-usage.ts';
import { toFinishReason } from './answer/finish-reason.ts';
import { isObject, type JsonObject } from './json.ts';
import { toSpeech } from './answer/to-speech.ts';
import { fromErrorObject } from './to-error.ts';

/**
 * A vendor's chat completion with everything that OpenAI's contract requires. Fields that the vendor adds are kept,
 * except `error`: its mere presence makes the AI SDK show nothing.
 */
export function fromResponse(body: unknown, context: AnswerContext): Completion {
  if (!isObject(body)) throw notACompletion(context);
  const { error, usage: counts, ...answer } = body;
  if (error != null) throw fromErrorObject(error, context.provider);
  const { choices, id, created, model } = answer;
  if (!Array.isArray(choices) || choices.length === 0) throw notACompletion(context);
  const usage = toUsage(counts);
  return {
    ...answer,
    id: typeof id === 'string' && id !== '' ? id : `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.trunc(typeof created === 'number' ? created : Date.now() / 1_000),
    model: typeof model === 'string' && model !== '' ? model : context.model,
    choices: choices.map((choice, index) => toChoice(choice, index, context)),
    ...(usage && { usage }),
  };
}

function toChoice(choice: unknown, position: number, context: AnswerContext): Choice {
  if (!isObject(choice) || !isObject(choice['message'])) throw notACompletion(context);
  const finishReason = toFinishReason(choice['finish_reason'], context.provider);
  if (finishReason === null) throw notACompletion(context);
  const isFunctionCall = context.usesFunctions && finishReason === 'tool_calls';
  return {
    ...choice,
    index: typeof choice['index'] === 'number' ? choice['index'] : position,
    finish_reason: isFunctionCall ? 'function_call' : finishReason,
    logprobs: isObject(choice['logprobs']) ? choice['logprobs'] : null,
    message: toMessage(choice['message'], context),
  };
}

function toMessage(message: JsonObject, { usesFunctions }: AnswerContext): Choice['message'] {
  const speech = toSpeech(message, usesFunctions);
  return {
    ...speech,
    role: 'assistant',
    content: typeof speech['content'] === 'string' ? speech['content'] : null,
    refusal: typeof speech['refusal'] === 'string' ? speech['refusal'] : null,
  };
}

function notACompletion({ provider }: AnswerContext): LlmError {
  return new LlmError('malformed', `\`${provider}\` answered with something that is no chat completion.`, { provider });
}
