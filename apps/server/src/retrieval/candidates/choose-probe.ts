import type { LexicalTerms } from '../lexical/lexical-terms.ts';
import type { TermStatistics } from '../lexical/question-vector.ts';
import type { SparseVector } from '../lexical/sparse-vector.ts';

/** How to find the chunks that may be the best for a question without looking at all of them. */
export interface Probe {
  /** Stems; a chunk that holds none of them is no candidate. */
  terms: readonly number[];
  /** The stems' part of the question's vector: candidates are the chunks that are most similar to it. */
  words: SparseVector;
}

/** Up to so many chunks in all may hold the probed stems, so that each of them can be looked at. */
const LEAST_REACH = 1_500;
/** The same as a share of the project. Measured: see docs/retrieval.md. */
const REACH_SHARE = 0.2;
const MOST_REACH = 20_000;

/**
 * The question's rarest stems, as many as reach few enough chunks, but always one. Undefined when the project knows
 * none of them: then its 4-grams alone may find something.
 */
export function chooseProbe(
  { stems }: LexicalTerms,
  question: SparseVector,
  statistics: TermStatistics,
): Probe | undefined {
  const { chunkCount, chunksWith } = statistics;
  const reachOf = (term: number): number => chunksWith.get(term) ?? 0;
  const known = [...stems.counts.keys()].filter((term) => reachOf(term) > 0);
  const rarestFirst = known.sort((left, right) => reachOf(left) - reachOf(right) || left - right);
  const mostReach = Math.min(MOST_REACH, Math.max(LEAST_REACH, REACH_SHARE * chunkCount));
  const terms: number[] = [];
  let reach = 0;
  for (const term of rarestFirst) {
    reach += reachOf(term);
    if (reach > mostReach && terms.length > 0) break;
    terms.push(term);
  }
  if (terms.length === 0) return undefined;
  return { terms, words: new Map([...question].filter(([term]) => stems.counts.has(term))) };
}
