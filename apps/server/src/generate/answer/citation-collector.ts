import type { Annotation, ChatCompletionChunk } from '@groundwire/client';
import type { CompletionChunk } from '@groundwire/llm';

/** Finds what a finished text rests on. */
export type Cite = (text: string) => Annotation[];

/** Gathers the text of each choice of a stream, and cites it when the choice ends. Does nothing without `cite`. */
export class CitationCollector {
  readonly #texts = new Map<number, string>();

  constructor(private readonly cite: Cite | undefined) {}

  /** A chunk with the citations of the choices that end in `chunk`; to be sent before it. */
  chunkBefore(chunk: CompletionChunk): ChatCompletionChunk | undefined {
    if (this.cite === undefined) return undefined;
    for (const { index, delta } of chunk.choices) {
      if (delta.content) this.#texts.set(index, (this.#texts.get(index) ?? '') + delta.content);
    }
    const ended = chunk.choices.filter((choice) => choice.finish_reason !== null);
    const choices = ended.flatMap(({ index }) => {
      const annotations = this.cite?.(this.#texts.get(index) ?? '') ?? [];
      return annotations.length === 0 ? [] : [{ index, delta: { annotations }, finish_reason: null }];
    });
    return choices.length === 0 ? undefined : { ...chunk, choices, usage: null };
  }
}
