import type { FieldTerms, LexicalTerms } from './lexical-terms.ts';
import { fitting, type SparseVector } from './sparse-vector.ts';

/** What a project knows about its terms. */
export interface TermStatistics {
  /** Searchable chunks of the project. */
  chunkCount: number;
  /** In how many of them a term occurs; a term that is not here occurs in none. */
  chunksWith: ReadonlyMap<number, number>;
}

const STEM_WEIGHT = 0.6;
const GRAM_WEIGHT = 0.4;

/**
 * The question's side of BM25: the share of the question's weight that each term carries, both fields together at most
 * 1. Words that the project does not know weigh most of all: a question about something else then scores low.
 */
export function questionVector({ stems, grams }: LexicalTerms, statistics: TermStatistics): SparseVector {
  return fitting(new Map([...shares(stems, STEM_WEIGHT, statistics), ...shares(grams, GRAM_WEIGHT, statistics)]));
}

function shares(field: FieldTerms, fieldWeight: number, statistics: TermStatistics): [number, number][] {
  const weights = Array.from(field.counts, ([term, count]): [number, number] => [term, count * idf(term, statistics)]);
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return weights.map(([term, weight]) => [term, (fieldWeight * weight) / total]);
}

/** Inverse document frequency in BM25's form. Counts of a running ingestion may be ahead of the number of chunks. */
function idf(term: number, { chunkCount, chunksWith }: TermStatistics): number {
  const chunks = chunksWith.get(term) ?? 0;
  return Math.log(1 + (Math.max(0, chunkCount - chunks) + 0.5) / (chunks + 0.5));
}
