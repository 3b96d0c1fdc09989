// Hot path where a model's thinking must come back: every part of such an answer passes here.
import type { ChatMessage, ChunkChoice } from '@groundwire/client';
import type { StreamPart } from '../types.ts';
import type { KeptThinking, ThinkingForm } from './thinking-form.ts';
import { callKey, textKey } from './thinking-keys.ts';

/** The thinking behind one finished message, and the key by which the message will be known. */
export interface ThinkingEntry {
  key: string;
  thinking: KeptThinking;
}

type Delta = ChunkChoice['delta'] & { function_call?: unknown };

/** A vendor may put anything into its list. */
type Piece = Partial<Record<'index' | 'id' | 'extra_content', unknown>> | null;

/** What was said so far by one choice. */
interface Said {
  text: string;
  reasoning: string;
  blocks: NonNullable<KeptThinking['thinking_blocks']>;
  calls: { id?: string; extra?: unknown }[];
  /** A `function_call` has no id by which it could be known again. */
  isKeyless: boolean;
}

/** Gathers the thinking of an answer while its parts pass. */
export class ThinkingCollector {
  readonly #choices = new Map<number, Said>();

  /** `messages` are the caller's own, which the answer follows. */
  constructor(
    private readonly form: ThinkingForm,
    private readonly messages: readonly ChatMessage[],
  ) {}

  /** The thinking of every choice that ended with this part. */
  add(part: StreamPart): ThinkingEntry[] {
    if (part.type === 'completion') {
      return part.completion.choices.flatMap(({ index, message }) => this.#read(index, message as Delta, true));
    }
    return part.chunk.choices.flatMap(({ index, delta, finish_reason: reason }) =>
      this.#read(index, delta, reason !== null),
    );
  }

  #read(index: number, delta: Delta, isEnd: boolean): ThinkingEntry[] {
    let said = this.#choices.get(index);
    if (said === undefined) {
      said = { text: '', reasoning: '', blocks: [], calls: [], isKeyless: false };
      this.#choices.set(index, said);
    }
    if (this.form === 'reasoning_content') {
      if (delta.content) said.text += delta.content;
      if (delta.reasoning_content) said.reasoning += delta.reasoning_content;
    }
    if (delta.thinking_blocks) said.blocks.push(...delta.thinking_blocks);
    if (delta.tool_calls) noteCalls(said.calls, delta.tool_calls);
    if (delta.function_call != null) said.isKeyless = true;
    return isEnd ? this.#entryOf(said) : [];
  }

  #entryOf(said: Said): ThinkingEntry[] {
    const thinking = this.#thinkingOf(said);
    const first = said.calls.find(({ id }) => id !== undefined)?.id;
    if (thinking === undefined || said.isKeyless) return [];
    if (first !== undefined) return [{ key: callKey(first), thinking }];
    // Only the text form is wanted back in messages without tool calls.
    return this.form === 'reasoning_content' ? [{ key: textKey(this.messages, said.text), thinking }] : [];
  }

  #thinkingOf({ reasoning, blocks, calls }: Said): KeptThinking | undefined {
    if (this.form === 'reasoning_content') return reasoning === '' ? undefined : { reasoning_content: reasoning };
    if (this.form === 'thinking_blocks') return blocks.length === 0 ? undefined : { thinking_blocks: blocks };
    const extra = calls.flatMap(({ id, extra: content }): [string, unknown][] =>
      id === undefined || content == null ? [] : [[id, content]],
    );
    return extra.length === 0 ? undefined : { extra_content: extra };
  }
}

/** Pieces of a stream name their call by its index; the calls of a whole answer have none. */
function noteCalls(calls: Said['calls'], pieces: readonly Piece[]): void {
  pieces.forEach((piece, position) => {
    const { index, id, extra_content: extra } = piece ?? {};
    const call = (calls[typeof index === 'number' ? index : position] ??= {});
    if (typeof id === 'string' && id !== '') call.id ??= id;
    if (extra != null) call.extra ??= extra;
  });
}
