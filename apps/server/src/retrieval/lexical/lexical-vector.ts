import type { FieldTerms, LexicalTerms } from './lexical-terms.ts';
import { fitting, type SparseVector } from './sparse-vector.ts';

/** BM25's parameters: how fast repetition stops to matter, and how much long chunks are held back. */
const K1 = 1.2;
const B = 0.75;

/** Fixed average lengths, in terms, so that no stored vector ever goes stale when the project grows. */
const AVERAGE_STEMS = 100;
const AVERAGE_GRAMS = 550;

/**
 * The document side of BM25: how much each term is saturated in the text, in [0, 1). It holds no idf; that is the
 * question's side, so the inner product of both *is* BM25.
 */
export function lexicalVector({ stems, grams }: LexicalTerms): SparseVector {
  return fitting(new Map([...saturations(stems, AVERAGE_STEMS), ...saturations(grams, AVERAGE_GRAMS)]));
}

function* saturations(field: FieldTerms, averageLength: number): Generator<[number, number]> {
  const slowness = K1 * (1 - B + (B * field.length) / averageLength);
  for (const [term, count] of field.counts) yield [term, count / (count + slowness)];
}
