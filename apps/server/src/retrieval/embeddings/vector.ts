/** Digits that a 32-bit float is read back from with less than the models' own noise. */
const DIGITS = 7;

/** A vector of length 1 in pgvector's text form, `[0.6,0.8]`: the inner product of two such is their cosine. */
export function toUnitLiteral(vector: Float32Array): string {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return `[${Array.from(vector, (value) => (value / length).toPrecision(DIGITS)).join(',')}]`;
}
