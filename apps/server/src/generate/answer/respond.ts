// Hot path: a provider's frames go out as they came, except where something is added.
import type { Adjustment, Choice, ChatCompletion, ChatCompletionChunk, Source } from '@groundwire/client';
import type { CompletionChunk, StreamPart } from '@groundwire/llm';
import { frameOf } from '../../http/event-stream.ts';
import type { Annotator } from './annotate.ts';

/** What Groundwire adds to a provider's answer. */
export interface Additions {
  provider: string;
  sources: Source[];
  adjustments: Adjustment[];
  conversationId: string | undefined;
  /** Undefined when there is nothing to cite. */
  annotator: Annotator | undefined;
  /** Whether the caller of a stream asked for the usage chunk. */
  includeUsage: boolean;
}

/** The price is not known: there is no price table yet. */
const COST = null;

/** Collects an answer that does not stream. */
export async function completionOf(parts: AsyncIterable<StreamPart>, additions: Additions): Promise<ChatCompletion> {
  for await (const part of parts) {
    if (part.type !== 'completion') continue;
    const { completion } = part;
    return {
      ...completion,
      choices: completion.choices.map((choice) => annotated(choice, additions)),
      ...topLevel(additions),
    };
  }
  throw new Error('A call that does not stream yielded no completion.');
}

function annotated(choice: Choice, { annotator }: Additions): Choice {
  const { content } = choice.message;
  if (annotator === undefined || !content) return choice;
  const annotations = [...(choice.message.annotations ?? []), ...annotator.annotate(content)];
  return { ...choice, message: { ...choice.message, annotations } };
}

/** Frames a streamed answer. The additions ride on its first chunk (wire.md 3.3), the citations before its finish. */
export async function* framesOf(
  parts: AsyncIterable<StreamPart>,
  additions: Additions,
): AsyncGenerator<string | Uint8Array> {
  const citations = new CitationCollector(additions.annotator);
  let unsent: object | undefined = topLevel(additions);
  for await (const part of parts) {
    if (part.type !== 'chunk') continue;
    const citing = citations.chunkBefore(part.chunk);
    if (citing !== undefined) yield frameOf({ ...citing, ...unsent });
    if (citing !== undefined) unsent = undefined;
    const isUsage = part.chunk.choices.length === 0 && part.chunk.usage != null;
    if (isUsage && !additions.includeUsage) continue;
    yield unsent === undefined && !isUsage
      ? (part.frame ?? frameOf(part.chunk))
      : frameOf({ ...part.chunk, ...unsent, ...(isUsage ? { cost: COST } : {}) });
    unsent = undefined;
  }
}

function topLevel({
  provider,
  sources,
  adjustments,
  conversationId,
}: Additions): Pick<ChatCompletion, 'provider' | 'cost' | 'sources' | 'adjustments'> {
  return {
    provider,
    cost: COST,
    sources,
    adjustments,
    ...(conversationId === undefined ? {} : { conversation_id: conversationId }),
  };
}

/** Gathers the text of each choice, and makes its citations when it ends. Does nothing without an annotator. */
class CitationCollector {
  readonly #texts = new Map<number, string>();

  constructor(private readonly annotator: Annotator | undefined) {}

  /** A chunk with the citations of the choices that end in `chunk`; to be sent before it. */
  chunkBefore(chunk: CompletionChunk): ChatCompletionChunk | undefined {
    if (this.annotator === undefined) return undefined;
    for (const { index, delta } of chunk.choices) {
      if (delta.content) this.#texts.set(index, (this.#texts.get(index) ?? '') + delta.content);
    }
    const choices = chunk.choices
      .filter((choice) => choice.finish_reason !== null)
      .flatMap(({ index }) => this.#citing(index));
    return choices.length === 0 ? undefined : { ...chunk, choices, usage: null };
  }

  #citing(index: number): ChatCompletionChunk['choices'] {
    const annotations = this.annotator?.annotate(this.#texts.get(index) ?? '') ?? [];
    return annotations.length === 0 ? [] : [{ index, delta: { annotations }, finish_reason: null }];
  }
}
