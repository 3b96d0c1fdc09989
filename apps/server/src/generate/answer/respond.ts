// Hot path: a provider's frames go out as they came, except where something is added.
import type { Adjustment, Attempt, ChatCompletion, RetrievalReport, Source } from '@groundwire/client';
import type { CompletionChunk, StreamPart } from '@groundwire/llm';
import { frameOf } from '../../http/event-stream.ts';
import type { CostOf } from './cost-of-call.ts';
import { citeChunk } from './citing/cite-chunk.ts';
import type { Citing } from './citing/citing.ts';
import type { Transcript } from './transcript.ts';

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
  costOf: CostOf;
  /** Is shown what goes out; undefined when nothing of it is to be kept. */
  transcript: Transcript | undefined;
  /** Whether the caller of a stream asked for the usage chunk. */
  includeUsage: boolean;
}

/** Collects an answer that does not stream. */
export async function completionOf(parts: AsyncIterable<StreamPart>, additions: Additions): Promise<ChatCompletion> {
  for await (const part of parts) {
    if (part.type !== 'completion') continue;
    const { completion } = part;
    const choices = completion.choices.map((choice) => additions.citing?.choice(choice) ?? choice);
    additions.transcript?.addCompletion(completion.model, choices);
    return {
      ...completion,
      choices,
      ...topLevel(additions),
      cost: additions.costOf(completion.usage, completion.service_tier),
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
  const { citing, costOf, transcript } = additions;
  let unsent: object | undefined = topLevel(additions);
  for await (const part of parts) {
    if (part.type !== 'chunk') continue;
    for (const { chunk, frame } of citing === undefined ? [part] : citeChunk(part, citing)) {
      transcript?.addChunk(chunk);
      if (!isUsage(chunk)) yield unsent === undefined ? (frame ?? frameOf(chunk)) : frameOf({ ...chunk, ...unsent });
      else if (additions.includeUsage) {
        yield frameOf({ ...chunk, ...unsent, cost: costOf(chunk.usage, serviceTierOf(chunk)) });
      } else continue;
      unsent = undefined;
    }
  }
}

function isUsage({ choices, usage }: CompletionChunk): boolean {
  return choices.length === 0 && usage != null;
}

function serviceTierOf(chunk: CompletionChunk): string | null {
  return 'service_tier' in chunk && typeof chunk.service_tier === 'string' ? chunk.service_tier : null;
}

type TopLevel = 'provider' | 'sources' | 'retrieval' | 'adjustments' | 'attempts' | 'conversation_id';

function topLevel(additions: Additions): Pick<ChatCompletion, TopLevel> {
  const { provider, sources, retrieval, adjustments, attempts, conversationId } = additions;
  return {
    provider,
    sources,
    retrieval,
    adjustments,
    ...(attempts === undefined ? {} : { attempts }),
    ...(conversationId === undefined ? {} : { conversation_id: conversationId }),
  };
}
