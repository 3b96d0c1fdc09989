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
  terms: LexicalTerms,
  question: SparseVector,
  statistics: TermStatistics,
): Probe | undefined {
  const { chunkCount, chunksWith } = statistics;
  const reachOf = (term: number): number => chunksWith.get(term) ?? 0;
  const widest = widestProbe(terms, question, statistics);
  const rarestFirst = widest.terms.toSorted((left, right) => reachOf(left) - reachOf(right) || left - right);
  const mostReach = Math.min(MOST_REACH, Math.max(LEAST_REACH, REACH_SHARE * chunkCount));
  const chosen: number[] = [];
  let reach = 0;
  for (const term of rarestFirst) {
    reach += reachOf(term);
    if (reach > mostReach && chosen.length > 0) break;
    chosen.push(term);
  }
  return chosen.length === 0 ? undefined : { ...widest, terms: chosen };
}

/** All stems of the question that the project knows, however many chunks hold them. */
export function widestProbe({ stems }: LexicalTerms, question: SparseVector, { chunksWith }: TermStatistics): Probe {
  return {
    terms: [...stems.counts.keys()].filter((term) => (chunksWith.get(term) ?? 0) > 0),
    words: new Map([...question].filter(([term]) => stems.counts.has(term))),
  };
}
