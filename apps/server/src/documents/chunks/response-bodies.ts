import type { QueryResult } from '@groundwire/client';
import type { Retrieval } from '../../retrieval/passage.ts';

/** Chunks never change, so theirs is always the first version. */
const CHUNK_VERSION = 1;

export function queryResultBody({ passages, mode, adjustments }: Retrieval): QueryResult {
  return {
    result: passages.map(({ id, score, scoreLexical, scoreVector, scoreReranking, text, place, metadata }) => ({
      id,
      version: CHUNK_VERSION,
      score,
      ...(scoreLexical !== undefined && { score_lexical: scoreLexical }),
      ...(scoreVector !== undefined && { score_vector: scoreVector }),
      ...(scoreReranking !== undefined && { score_reranking: scoreReranking }),
      payload: { page_content: text, place, metadata },
      vector: null,
    })),
    mode,
    adjustments,
  };
}
