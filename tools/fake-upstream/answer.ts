import type { ChatBody } from './check-request.ts';

const CREATED = 1_735_689_600;
export const ID = 'chatcmpl-fake0000000000000000000001';

/** What a model says: a text, or one call of the first tool. */
export interface Speech {
  /** The text in the pieces in which it is streamed. */
  pieces: readonly string[];
  toolName?: string;
}

/** The same answer for each of the `n` choices. */
export function completion({ model, n = 1 }: ChatBody, { pieces, toolName }: Speech): object {
  const message = { role: 'assistant', content: pieces.join(''), refusal: null, annotations: [] };
  const toolCalls = [
    { id: 'call_fake1', type: 'function', function: { name: toolName, arguments: '{"city":"Paris"}' } },
  ];
  return {
    id: ID,
    object: 'chat.completion',
    created: CREATED,
    model,
    choices: Array.from({ length: n }, (_, index) => ({
      index,
      message: toolName === undefined ? message : { ...message, content: null, tool_calls: toolCalls },
      logprobs: null,
      finish_reason: toolName === undefined ? 'stop' : 'tool_calls',
    })),
    usage: usage(n * pieces.length),
    service_tier: 'default',
    system_fingerprint: null,
  };
}

/** The chunks of a streamed answer in OpenAI's order: role, pieces, finish, and usage when it was asked for. */
export function* chunks({ model, stream_options, n = 1 }: ChatBody, { pieces, toolName }: Speech): Generator<object> {
  const wantsUsage = stream_options?.include_usage === true;
  const head = {
    id: ID,
    object: 'chat.completion.chunk',
    created: CREATED,
    model,
    service_tier: 'default',
    system_fingerprint: null,
  };
  const inEachChoice = (delta: object, finishReason: string | null = null): object[] =>
    Array.from({ length: n }, (_, index) => ({
      ...head,
      choices: [{ index, delta, logprobs: null, finish_reason: finishReason }],
      ...(wantsUsage && { usage: null }),
    }));
  yield* inEachChoice({ role: 'assistant', content: toolName === undefined ? '' : null, refusal: null });
  if (toolName === undefined) for (const piece of pieces) yield* inEachChoice({ content: piece });
  else yield* toolPieces(toolName).flatMap((piece) => inEachChoice({ tool_calls: [piece] }));
  yield* inEachChoice({}, toolName === undefined ? 'stop' : 'tool_calls');
  if (wantsUsage) yield { ...head, choices: [], usage: usage(n * pieces.length) };
}

function toolPieces(name: string): object[] {
  return [
    { index: 0, id: 'call_fake1', type: 'function', function: { name, arguments: '' } },
    ...['{"city"', ':"Par', 'is"}'].map((piece) => ({ index: 0, function: { arguments: piece } })),
  ];
}

function usage(completionTokens: number): object {
  return {
    prompt_tokens: 10,
    completion_tokens: completionTokens,
    total_tokens: 10 + completionTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}
