import type { AssistantMessage, Choice, ChunkChoice, ToolCall, ToolCallDelta } from '@groundwire/client';
import { LlmError } from '../llm-error.ts';
import type { Completion, CompletionChunk, StreamPart } from '../types.ts';

type Message = AssistantMessage & { function_call?: { name: string; arguments: string } };
type Delta = ChunkChoice['delta'] & { function_call?: { name?: string; arguments?: string } };

const TEXTS = ['content', 'refusal', 'reasoning_content'] as const;

/** One answer of the chunks of a stream. Throws what the stream throws, and `LlmError` (`malformed`) for an empty one. */
export async function collectCompletion(parts: AsyncIterable<StreamPart>, provider: string): Promise<Completion> {
  const choices = new Map<number, Choice>();
  let head: CompletionChunk | undefined;
  let usage: Completion['usage'];
  for await (const part of parts) {
    if (part.type === 'completion') return part.completion;
    const { chunk } = part;
    head ??= chunk;
    usage = chunk.usage ?? usage;
    for (const piece of chunk.choices) addTo(choices, piece);
  }
  if (head === undefined) throw new LlmError('malformed', `\`${provider}\` sent an empty stream.`, { provider });
  const { id, created, model } = head;
  const inOrder = [...choices.values()].toSorted((one, other) => one.index - other.index);
  return { id, object: 'chat.completion', created, model, choices: inOrder, ...(usage && { usage }) };
}

function addTo(choices: Map<number, Choice>, { index, delta, finish_reason: finishReason }: ChunkChoice): void {
  const choice = choices.get(index) ?? emptyChoice(index);
  choices.set(index, choice);
  if (finishReason !== null) choice.finish_reason = finishReason;
  const message: Message = choice.message;
  for (const field of TEXTS) {
    const text = delta[field];
    if (text) message[field] = (message[field] ?? '') + text;
  }
  addLists(message, delta);
  for (const piece of delta.tool_calls ?? []) addToolCall((message.tool_calls ??= []), piece);
  const { function_call: called } = delta as Delta;
  if (called === undefined) return;
  message.function_call ??= { name: '', arguments: '' };
  message.function_call.name += called.name ?? '';
  message.function_call.arguments += called.arguments ?? '';
}

function addLists(message: Message, delta: Delta): void {
  if (delta.annotations) message.annotations = [...(message.annotations ?? []), ...delta.annotations];
  if (delta.thinking_blocks) message.thinking_blocks = [...(message.thinking_blocks ?? []), ...delta.thinking_blocks];
}

/** Indices count from 0 without a gap. */
function addToolCall(calls: ToolCall[], { index, id, function: piece }: ToolCallDelta): void {
  const call = (calls[index] ??= { id: id ?? '', type: 'function', function: { name: '', arguments: '' } });
  if (call.function === undefined) return;
  call.function.name += piece?.name ?? '';
  call.function.arguments += piece?.arguments ?? '';
}

/** The stream's own end guarantees that a finish reason replaces this one. */
function emptyChoice(index: number): Choice {
  return {
    index,
    finish_reason: 'stop',
    logprobs: null,
    message: { role: 'assistant', content: null, refusal: null },
  };
}
