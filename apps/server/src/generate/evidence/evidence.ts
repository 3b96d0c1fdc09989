import type { Adjustment, PassageReport, RetrievalReport } from '@groundwire/client';
import type { Passage, RetrievalRequest } from '../../retrieval/passage.ts';

/** What a project's documents hold on a chat. */
export interface Evidence {
  status: RetrievalReport['status'];
  /** What was searched for; null when no project was named. */
  query: string | null;
  rewrittenBy: RetrievalReport['rewritten_by'];
  /** How it was searched for. */
  mode: RetrievalReport['mode'];
  /** Best first; undefined when no project was named, so that nothing was searched. */
  passages: readonly Passage[] | undefined;
  /** Wishes on retrieval that could not be carried out. */
  adjustments: readonly Adjustment[];
  /** What finding it cost in US dollars, as a decimal; null when that is not known. */
  cost: string | null;
  /** What chat models read and wrote for it; null when that is not known. */
  tokens: number | null;
}

export const NO_PROJECT: Evidence = {
  status: 'disabled',
  query: null,
  rewrittenBy: 'none',
  mode: 'none',
  passages: undefined,
  adjustments: [],
  cost: '0',
  tokens: 0,
};

/** A passage of this score covers about half of the question's weight (openapi.yaml: `min_score`). */
const GROUNDED_SCORE = 0.5;

export function statusOf(passages: readonly Pick<Passage, 'score'>[]): Exclude<Evidence['status'], 'disabled'> {
  if (passages.length === 0) return 'none';
  // Reranked passages are in another order than that of their scores.
  return Math.max(...passages.map(({ score }) => score)) >= GROUNDED_SCORE ? 'grounded' : 'partial';
}

/** The answer's `retrieval`. */
export function reportOf(
  { status, query, rewrittenBy, mode, passages = [] }: Evidence,
  { k, minScore, filter }: Omit<RetrievalRequest, 'query'>,
): RetrievalReport {
  return {
    status,
    query,
    rewritten_by: rewrittenBy,
    mode,
    k,
    min_score: minScore,
    filter,
    passages: passages.map((passage) => ({
      id: passage.id,
      document: passage.documentId,
      score: passage.score,
      ...partialScores(passage),
    })),
  };
}

/** What a score is made of, as far as it was measured. */
function partialScores({ scoreLexical, scoreVector, scoreReranking }: Passage): Partial<PassageReport> {
  return {
    ...(scoreLexical !== undefined && { score_lexical: scoreLexical }),
    ...(scoreVector !== undefined && { score_vector: scoreVector }),
    ...(scoreReranking !== undefined && { score_reranking: scoreReranking }),
  };
}
