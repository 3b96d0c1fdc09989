import type { Adjustment, RetrievalReport } from '@groundwire/client';
import type { Passage, RetrievalRequest } from '../../retrieval/passage.ts';

/** What a project's documents hold on a chat. */
export interface Evidence {
  status: RetrievalReport['status'];
  /** What was searched for; null when no project was named. */
  query: string | null;
  rewrittenBy: RetrievalReport['rewritten_by'];
  /** Best first; undefined when no project was named, so that nothing was searched. */
  passages: readonly Passage[] | undefined;
  /** Wishes on retrieval that could not be carried out. */
  adjustments: readonly Adjustment[];
}

export const NO_PROJECT: Evidence = {
  status: 'disabled',
  query: null,
  rewrittenBy: 'none',
  passages: undefined,
  adjustments: [],
};

/** A passage of this score covers about half of the question's weight (openapi.yaml: `min_score`). */
const GROUNDED_SCORE = 0.5;

export function statusOf(passages: readonly Passage[]): Evidence['status'] {
  const [best] = passages;
  if (best === undefined) return 'none';
  return best.score >= GROUNDED_SCORE ? 'grounded' : 'partial';
}

/** The answer's `retrieval`. */
export function reportOf(
  { status, query, rewrittenBy, passages = [] }: Evidence,
  { k, minScore, filter }: Omit<RetrievalRequest, 'query'>,
): RetrievalReport {
  return {
    status,
    query,
    rewritten_by: rewrittenBy,
    k,
    min_score: minScore,
    filter,
    passages: passages.map(({ id, documentId, score }) => ({ id, document: documentId, score })),
  };
}
