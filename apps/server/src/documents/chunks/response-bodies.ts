import type { QueryResult } from '@groundwire/client';
import type { Passage } from '../../retrieval/passage.ts';

/** Chunks never change, so theirs is always the first version. */
const CHUNK_VERSION = 1;

export function queryResultBody(passages: readonly Passage[]): QueryResult {
  return {
    result: passages.map(({ id, score, text, place, metadata }) => ({
      id,
      version: CHUNK_VERSION,
      score,
      payload: { page_content: text, place, metadata },
      vector: null,
    })),
  };
}
