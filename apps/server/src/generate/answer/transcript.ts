// Hot path where an answer is kept: every chunk that goes out passes here.
import type { Annotation, ChatMessage, Choice, Delta } from '@groundwire/client';
import type { CompletionChunk } from '@groundwire/llm';

type ToolCall = NonNullable<ChatMessage['tool_calls']>[number];

/** Writes down what the first choice of an answer says, as its caller gets it: without markers, with annotations. */
export class Transcript {
  #content = '';
  #reasoning = '';
  #refusal = '';
  readonly #blocks: NonNullable<ChatMessage['thinking_blocks']> = [];
  readonly #calls: ToolCall[] = [];
  #functionCall: ChatMessage['function_call'];
  #isFinished = false;

  readonly annotations: Annotation[] = [];

  /** As the provider names it, once it has. */
  model: string | undefined;

  /** Whether the model came to its end. */
  get isFinished(): boolean {
    return this.#isFinished;
  }

  addChunk({ model, choices }: CompletionChunk): void {
    this.model = model;
    for (const { index, delta, finish_reason: reason } of choices) {
      if (index === 0) this.#add(delta, reason);
    }
  }

  addCompletion(model: string, choices: readonly Choice[]): void {
    this.model = model;
    for (const { index, message, finish_reason: reason } of choices) {
      if (index === 0) this.#add(message, reason);
    }
  }

  /** So far. */
  get message(): ChatMessage {
    return {
      role: 'assistant',
      content: this.#content === '' ? null : this.#content,
      ...(this.#refusal === '' ? {} : { refusal: this.#refusal }),
      ...(this.#calls.length === 0 ? {} : { tool_calls: this.#calls.flatMap((call) => call) }),
      ...(this.#functionCall === undefined ? {} : { function_call: this.#functionCall }),
      ...(this.#reasoning === '' ? {} : { reasoning_content: this.#reasoning }),
      ...(this.#blocks.length === 0 ? {} : { thinking_blocks: this.#blocks }),
    };
  }

  #add(delta: Said, reason: string | null): void {
    if (delta.content) this.#content += delta.content;
    if (delta.reasoning_content) this.#reasoning += delta.reasoning_content;
    if (delta.refusal) this.#refusal += delta.refusal;
    if (delta.thinking_blocks) this.#blocks.push(...delta.thinking_blocks);
    if (delta.annotations) this.annotations.push(...delta.annotations);
    if (delta.tool_calls) this.#addCalls(delta.tool_calls);
    if (delta.function_call) this.#functionCall = joined(this.#functionCall, delta.function_call);
    if (reason !== null) this.#isFinished = true;
  }

  /** Pieces of a stream name their call by its index; the calls of a whole answer have none. */
  #addCalls(pieces: readonly CallPiece[]): void {
    pieces.forEach((piece, position) => {
      const at = piece.index ?? position;
      const call = this.#calls[at];
      this.#calls[at] = {
        ...call,
        ...piece,
        id: call?.id ?? piece.id ?? '',
        type: call?.type ?? piece.type ?? 'function',
        function: joined(call?.function, piece.function),
      };
      delete (this.#calls[at] as CallPiece).index;
    });
  }
}

interface CallPiece {
  index?: number;
  id?: string;
  type?: string;
  function?: Partial<FunctionCall>;
}
type FunctionCall = NonNullable<ChatMessage['function_call']>;

/** What a delta and a whole message have in common. */
type Said = Pick<Delta, 'content' | 'reasoning_content' | 'refusal' | 'thinking_blocks' | 'annotations'> & {
  tool_calls?: CallPiece[];
  function_call?: Partial<FunctionCall>;
};

function joined(call: FunctionCall | undefined, piece: Partial<FunctionCall> = {}): FunctionCall {
  return { name: call?.name || piece.name || '', arguments: (call?.arguments ?? '') + (piece.arguments ?? '') };
}
