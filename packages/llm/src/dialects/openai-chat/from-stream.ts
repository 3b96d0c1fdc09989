import { randomUUID } from 'node:crypto';
import { LlmError } from '../../llm-error.ts';
import type { AnswerContext, CompletionChunk, StreamDecoder, StreamPart, VendorEvent } from '../../types.ts';
import { isCleanChunk } from './answer/is-clean-chunk.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';
import { mendChunk, type StreamHead } from './answer/mend-chunk.ts';
import { fromErrorObject } from './to-error.ts';

// Hot path: each event is parsed once, and its bytes go on as they came unless something in it had to be mended.

/** A decoder for one stream of chat completion chunks. */
export function fromStream(context: AnswerContext): StreamDecoder {
  return new ChunkDecoder(context);
}

class ChunkDecoder implements StreamDecoder {
  done = false;
  readonly #context: AnswerContext;
  readonly #begun = new Set<number>();
  readonly #finished = new Set<number>();
  #head: StreamHead | undefined;
  #owedUsage: CompletionChunk | undefined;

  constructor(context: AnswerContext) {
    this.#context = context;
  }

  decode(event: VendorEvent): StreamPart[] {
    if (event.data === '[DONE]') {
      this.done = true;
      return [];
    }
    const given = this.#parse(event);
    const canPass = isCleanChunk(given) && !this.#context.usesFunctions;
    const head = this.#headOf(given);
    const chunk: CompletionChunk = canPass ? given : mendChunk(given, head, this.#context);
    const hadRoles = this.#noteChoices(chunk);
    if (chunk.usage != null) return [this.#noteUsage(chunk, canPass ? event.frame : undefined)];
    return [{ type: 'chunk', chunk, frame: canPass && hadRoles ? event.frame : undefined }];
  }

  end(): StreamPart[] {
    const isComplete = this.#begun.size > 0 && this.#finished.size === this.#begun.size;
    if (!isComplete) throw this.#malformed('ended its answer early');
    return this.#owedUsage === undefined ? [] : [{ type: 'chunk', chunk: this.#owedUsage }];
  }

  /** Mistral and DeepSeek count on the last chunk, xAI on every one; OpenAI's place is a chunk of its own at the end. */
  #noteUsage(chunk: CompletionChunk, frame: Uint8Array | undefined): StreamPart {
    const isOwnChunk = chunk.choices.length === 0;
    this.#owedUsage = isOwnChunk ? undefined : { ...chunk, choices: [] };
    if (isOwnChunk) return { type: 'chunk', chunk, frame };
    return { type: 'chunk', chunk: { ...chunk, usage: null }, usageSoFar: chunk.usage ?? undefined };
  }

  #parse(event: VendorEvent): JsonObject & { choices: unknown[] } {
    const parsed = parseJson(event.data);
    if (!isObject(parsed)) throw this.#malformed('sent an event that is not JSON');
    const { error, object, choices, usage } = parsed;
    if (error != null) throw fromErrorObject(error, this.#context.provider);
    if (event.event === 'error' || object === 'error') throw fromErrorObject(parsed, this.#context.provider);
    if (Array.isArray(choices)) return parsed as JsonObject & { choices: unknown[] };
    if (choices == null && isObject(usage)) return { ...parsed, choices: [] };
    throw this.#malformed('sent an event that is no chunk of a chat completion');
  }

  #headOf({ id, created, model }: JsonObject): StreamHead {
    this.#head ??= {
      id: typeof id === 'string' && id !== '' ? id : `chatcmpl-${randomUUID()}`,
      created: Math.trunc(typeof created === 'number' ? created : Date.now() / 1_000),
      model: typeof model === 'string' && model !== '' ? model : this.#context.model,
    };
    return this.#head;
  }

  /** Keeps count of the choices; false when a first delta had no role, which it then gets: openai's `.stream()` throws without. */
  #noteChoices(chunk: CompletionChunk): boolean {
    let hadRoles = true;
    for (const choice of chunk.choices) {
      if (!this.#begun.has(choice.index)) {
        this.#begun.add(choice.index);
        hadRoles &&= choice.delta.role !== undefined;
        choice.delta.role ??= 'assistant';
      }
      if (choice.finish_reason !== null) this.#finished.add(choice.index);
    }
    return hadRoles;
  }

  #malformed(what: string): LlmError {
    const { provider } = this.#context;
    return new LlmError('malformed', `\`${provider}\` ${what}.`, { provider });
  }
}
