import type { Usage } from '@groundwire/client';
import type { StreamPart } from '../types.ts';

/** What a call used. */
export interface UsedTokens {
  usage: Usage;
  /** True: the call ended before its provider had counted it. Such usage must never be shown as billed. */
  estimated: boolean;
}

/** English prose has this many bytes for each token; scripts beyond Latin have about as many. */
const BYTES_PER_TOKEN = 4;

/**
 * Follows a call, so that something can be written down when it ends early. Each part costs the sum of a few lengths;
 * nothing is kept of its text.
 */
export class UsageSoFar {
  readonly #promptTokens: () => number | Promise<number>;
  /** What the provider counted: at the end, or on the way. */
  #counted: Usage | undefined;
  #isFinal = false;
  #hasBegun = false;
  #bytes = 0;

  /** `promptTokens` is asked once, and only when the provider did not say. */
  constructor(promptTokens: () => number | Promise<number>) {
    this.#promptTokens = promptTokens;
  }

  add(part: StreamPart): void {
    this.#hasBegun = true;
    if (part.type === 'completion') {
      this.#note(part.completion.usage, true);
      return;
    }
    this.#note(part.usageSoFar, false);
    this.#note(part.chunk.usage, true);
    for (const { delta } of part.chunk.choices) this.#bytes += deltaBytes(delta);
  }

  /** Null when the provider never began to answer: then nobody knows whether it read the prompt. */
  async result(): Promise<UsedTokens | null> {
    const counted = this.#counted;
    if (counted !== undefined && this.#isFinal) return { usage: counted, estimated: false };
    if (!this.#hasBegun) return null;
    const promptTokens = counted?.prompt_tokens ?? (await this.#promptTokens());
    const completionTokens = Math.max(
      Math.ceil(this.#bytes / BYTES_PER_TOKEN),
      counted === undefined ? 0 : counted.total_tokens - counted.prompt_tokens,
    );
    const usage = {
      ...counted,
      prompt_tokens: promptTokens,
      completion_tokens: completionTokens,
      total_tokens: promptTokens + completionTokens,
    };
    return { usage, estimated: true };
  }

  #note(usage: Usage | null | undefined, isFinal: boolean): void {
    if (usage == null) return;
    this.#counted = usage;
    this.#isFinal = isFinal;
  }
}

type Delta = (StreamPart & { type: 'chunk' })['chunk']['choices'][number]['delta'];

function deltaBytes(delta: Delta): number {
  let bytes = textBytes(delta.content) + textBytes(delta.reasoning_content) + textBytes(delta.refusal);
  for (const call of delta.tool_calls ?? []) {
    bytes += textBytes(call.function?.name) + textBytes(call.function?.arguments);
  }
  return bytes;
}

function textBytes(text: string | null | undefined): number {
  return text == null ? 0 : Buffer.byteLength(text);
}
