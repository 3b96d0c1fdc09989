import { TERM_SPACE } from '@groundwire/text';

/** pgvector's limit for one `sparsevec` (github.com/pgvector/pgvector, README "Sparsevec", read 2026-11-22). */
const MAX_NON_ZERO = 16_000;

/** Weights by dimension; dimensions count from 1, as in pgvector's text form. */
export type SparseVector = ReadonlyMap<number, number>;

/** The vector with at most as many dimensions as Postgres can store: of a longer one the lightest are left out. */
export function fitting(vector: SparseVector): SparseVector {
  if (vector.size <= MAX_NON_ZERO) return vector;
  const heaviestFirst = [...vector].sort(
    ([leftTerm, left], [rightTerm, right]) => right - left || leftTerm - rightTerm,
  );
  return new Map(heaviestFirst.slice(0, MAX_NON_ZERO));
}

/** pgvector's text form: `{3:0.5,7:1}/1000000000`. */
export function toLiteral(vector: SparseVector): string {
  const entries = Array.from(vector, ([dimension, weight]) => `${dimension}:${weight.toPrecision(7)}`);
  return `{${entries.join(',')}}/${TERM_SPACE}`;
}

/** The dimensions of a vector in pgvector's text form. */
export function dimensionsOf(literal: string): number[] {
  return Array.from(literal.matchAll(/(\d+):/g), ([, dimension]) => Number(dimension));
}
