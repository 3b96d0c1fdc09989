import { randomUUID } from 'node:crypto';
import type { Delta } from '@groundwire/client';
import type { CompletionChunk, StreamPart } from '@groundwire/llm';
import type { ReadyCandidate } from '../candidates/candidate.ts';
import type { SplitRequest } from '../request/split-request.ts';
import type { Evidence } from './evidence.ts';

const NO_EVIDENCE = "The project's documents hold nothing on this question.";
const NO_TOKENS = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

/** An answer of our own in place of a model's, for a question on which the documents hold nothing. */
export function refusalCandidate(request: SplitRequest, { adjustments }: Evidence): ReadyCandidate {
  const { model, messages, parameters } = request;
  const envelope = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1_000), model };
  const parts = parameters.stream === true ? streamed(envelope) : whole(envelope);
  return {
    name: model,
    answer: { provider: 'groundwire', model, request: undefined, calls: 0, adjustments: [], parts },
    messages,
    passages: [],
    adjustments: [...request.adjustments, ...adjustments],
  };
}

type Envelope = Pick<CompletionChunk, 'id' | 'created' | 'model'>;

async function* whole(envelope: Envelope): AsyncGenerator<StreamPart> {
  const message = { role: 'assistant' as const, content: NO_EVIDENCE, refusal: null };
  const choices = [{ index: 0, finish_reason: 'stop' as const, logprobs: null, message }];
  yield { type: 'completion', completion: { ...envelope, object: 'chat.completion', choices, usage: NO_TOKENS } };
}

async function* streamed(envelope: Envelope): AsyncGenerator<StreamPart> {
  const chunk = (delta: Delta, finishReason: 'stop' | null): StreamPart => {
    const choices = [{ index: 0, delta, finish_reason: finishReason }];
    return { type: 'chunk', chunk: { ...envelope, object: 'chat.completion.chunk', choices } };
  };
  yield chunk({ role: 'assistant', content: NO_EVIDENCE }, null);
  yield chunk({}, 'stop');
  yield {
    type: 'chunk',
    chunk: { ...envelope, object: 'chat.completion.chunk', choices: [], usage: NO_TOKENS },
  };
}
