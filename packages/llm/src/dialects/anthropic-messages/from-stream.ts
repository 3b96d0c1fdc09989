import type { RawMessageStreamEvent, StopReason } from '@anthropic-ai/sdk/resources/messages';
import { LlmError } from '../../llm-error.ts';
import type { AnswerContext, CompletionChunk, StreamDecoder, StreamPart, VendorEvent } from '../../types.ts';
import { toFinishReason } from '../openai-chat/answer/finish-reason.ts';
import { isObject, parseJson } from '../openai-chat/json.ts';
import { type BlockReader, type Delta, readerOf } from './answer/block-reader.ts';
import { type Counts, mergeCounts, toUsage } from './answer/usage.ts';
import { fromErrorEvent } from './to-error.ts';

/** A decoder for one stream of Messages events. */
export function fromStream(context: AnswerContext): StreamDecoder {
  return new MessageDecoder(context);
}

type Event = RawMessageStreamEvent;
type EventOf<Type extends Event['type']> = Extract<Event, { type: Type }>;

class MessageDecoder implements StreamDecoder {
  done = false;
  readonly #context: AnswerContext;
  readonly #blocks = new Map<number, BlockReader>();
  #head: Pick<CompletionChunk, 'id' | 'created' | 'model'> | undefined;
  #counts: Counts = {};
  #stopReason: StopReason | null = null;
  #refusal: string | null = null;
  #textLength = 0;
  #toolCalls = 0;
  readonly #thinking: NonNullable<Delta['thinking_blocks']> = [];

  constructor(context: AnswerContext) {
    this.#context = context;
  }

  decode({ data }: VendorEvent): StreamPart[] {
    const event = parseJson(data);
    if (!isObject(event)) throw this.#malformed('sent an event that is not JSON');
    if (event['type'] === 'error') throw fromErrorEvent(event, this.#context.provider);
    try {
      return this.#read(event as unknown as Event);
    } catch (error) {
      throw error instanceof LlmError ? error : this.#malformed('sent an event that is not its wire');
    }
  }

  end(): StreamPart[] {
    if (!this.done) throw this.#malformed('ended its answer early');
    return [];
  }

  /** `ping` says nothing, and kinds of events that came later must not matter (platform.claude.com, versioning). */
  #read(event: Event): StreamPart[] {
    switch (event.type) {
      case 'message_start':
        return this.#start(event);
      case 'content_block_start':
        return this.#say(this.#startBlock(event).start());
      case 'content_block_delta':
        return this.#say(this.#blockAt(event.index).add(event.delta));
      case 'content_block_stop':
        return this.#say(this.#blockAt(event.index).stop());
      case 'message_delta':
        return this.#note(event);
      case 'message_stop':
        return this.#stop();
      default:
        return [];
    }
  }

  #start({ message }: EventOf<'message_start'>): StreamPart[] {
    this.#head = { id: message.id, created: Math.trunc(Date.now() / 1_000), model: message.model };
    this.#counts = mergeCounts({}, message.usage);
    const said = this.#say([{ role: 'assistant', content: '' }]);
    if (!this.#hasCounts()) return said;
    const usageSoFar = toUsage(this.#counts);
    return said.map((part) => ({ ...part, usageSoFar }));
  }

  #startBlock({ index, content_block: block }: EventOf<'content_block_start'>): BlockReader {
    const { usesFunctions } = this.#context;
    const surroundings = { textStart: this.#textLength, toolCalls: this.#toolCalls, usesFunctions };
    const reader = readerOf(block, surroundings);
    this.#blocks.set(index, reader);
    if (block.type === 'tool_use') this.#toolCalls += 1;
    return reader;
  }

  #blockAt(index: number): BlockReader {
    const reader = this.#blocks.get(index);
    if (reader === undefined) throw this.#malformed('continued a block that it had not begun');
    return reader;
  }

  #note({ delta, usage }: EventOf<'message_delta'>): StreamPart[] {
    this.#counts = mergeCounts(this.#counts, usage);
    this.#stopReason = delta.stop_reason ?? this.#stopReason;
    this.#refusal = delta.stop_details?.explanation ?? null;
    return [];
  }

  /** Only now is the answer whole: a finish reason sent before could be followed by a cut. */
  #stop(): StreamPart[] {
    const { provider, usesFunctions } = this.#context;
    const reason = toFinishReason(this.#stopReason, provider);
    if (reason === null) throw this.#malformed('ended its answer without a reason');
    this.done = true;
    const refusal = this.#say(this.#refusal === null ? [] : [{ refusal: this.#refusal }]);
    const thinking = this.#thinking.length === 0 ? [] : [this.#piece({ thinking_blocks: this.#thinking })];
    const finishReason = usesFunctions && reason === 'tool_calls' ? 'function_call' : reason;
    const finish = this.#chunk({ choices: [{ index: 0, delta: {}, finish_reason: finishReason }] });
    if (!this.#hasCounts()) return [...refusal, ...thinking, finish];
    return [...refusal, ...thinking, finish, this.#chunk({ choices: [], usage: toUsage(this.#counts) })];
  }

  /** Servers that only speak like Anthropic may count nothing: then nothing is known, which is not zero. */
  #hasCounts(): boolean {
    return Object.keys(this.#counts).length > 0;
  }

  /** All signed thinking goes out as one list, at the end: of a field it does not know, openai's `.stream()` keeps the last. */
  #say(deltas: Delta[]): StreamPart[] {
    return deltas.flatMap((delta) => {
      this.#textLength += delta.content?.length ?? 0;
      if (delta.thinking_blocks === undefined) return [this.#piece(delta)];
      this.#thinking.push(...delta.thinking_blocks);
      return [];
    });
  }

  #piece(delta: Delta): StreamPart {
    return this.#chunk({ choices: [{ index: 0, delta, finish_reason: null }] });
  }

  #chunk(rest: Pick<CompletionChunk, 'choices' | 'usage'>): StreamPart {
    if (this.#head === undefined) throw this.#malformed('sent something else than the start of a message first');
    return { type: 'chunk', chunk: { ...this.#head, object: 'chat.completion.chunk', ...rest } };
  }

  #malformed(what: string): LlmError {
    const { provider } = this.#context;
    return new LlmError('malformed', `\`${provider}\` ${what}.`, { provider });
  }
}
