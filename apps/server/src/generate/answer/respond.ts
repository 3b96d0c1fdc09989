// Hot path: a provider's frames go out as they came, except where something is added.
import type { Adjustment, Attempt, ChatCompletion, RetrievalReport, Source } from '@groundwire/client';
import type { CompletionChunk, StreamPart } from '@groundwire/llm';
import { frameOf } from '../../http/event-stream.ts';
import { citeChunk } from './citing/cite-chunk.ts';
import type { Citing } from './citing/citing.ts';

/** What Groundwire adds to a provider's answer. */
export interface Additions {
  provider: string;
  sources: Source[];
  retrieval: RetrievalReport;
  adjustments: Adjustment[];
  /** Undefined when the request named no fallbacks. */
  attempts: Attempt[] | undefined;
  conversationId: string | undefined;
  /** Undefined when there is nothing to cite. */
  citing: Citing | undefined;
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
      choices: completion.choices.map((choice) => additions.citing?.choice(choice) ?? choice),
      ...topLevel(additions),
      ...(additions.citing && { citations: additions.citing.report }),
    };
  }
  throw new Error('A call that does not stream yielded no completion.');
}

/** Frames a streamed answer. The additions ride on its first chunk, the citations before its finish. */
export async function* framesOf(
  parts: AsyncIterable<StreamPart>,
  additions: Additions,
): AsyncGenerator<string | Uint8Array> {
  const { citing } = additions;
  let unsent: object | undefined = topLevel(additions);
  for await (const part of parts) {
    if (part.type !== 'chunk') continue;
    for (const { chunk, frame } of citing === undefined ? [part] : citeChunk(part, citing)) {
      if (!isUsage(chunk)) yield unsent === undefined ? (frame ?? frameOf(chunk)) : frameOf({ ...chunk, ...unsent });
      else if (additions.includeUsage) yield frameOf({ ...chunk, ...unsent, cost: COST });
      else continue;
      unsent = undefined;
    }
  }
}

function isUsage({ choices, usage }: CompletionChunk): boolean {
  return choices.length === 0 && usage != null;
}

type TopLevel = 'provider' | 'cost' | 'sources' | 'retrieval' | 'adjustments' | 'attempts' | 'conversation_id';

function topLevel(additions: Additions): Pick<ChatCompletion, TopLevel> {
  const { provider, sources, retrieval, adjustments, attempts, conversationId } = additions;
  return {
    provider,
    cost: COST,
    sources,
    retrieval,
    adjustments,
    ...(attempts === undefined ? {} : { attempts }),
    ...(conversationId === undefined ? {} : { conversation_id: conversationId }),
  };
}
