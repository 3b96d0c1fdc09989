import type { PublishedChunk, Source } from '@groundwire/client';

/** The header by which a client asks for AskYoda's published shapes. */
export const COMPAT = 'x-groundwire-compat';

/** The contract has seen to it that there is no other value. */
export function isPublishedShape(header: string | undefined): boolean {
  return Boolean(header?.trim());
}

/** Sources as the published description has chunks: with whole numbers for scores. */
export function publishedChunks(sources: readonly Source[]): PublishedChunk[] {
  return sources.map(({ id, score, text, place, metadata }) => ({
    id,
    version: 1,
    score: Math.round(score * 100),
    payload: { page_content: text, place, metadata },
    vector: null,
  }));
}
