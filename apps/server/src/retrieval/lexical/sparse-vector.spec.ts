import { describe, expect, it } from '@jest/globals';
import { dimensionsOf, fitting, toLiteral } from './sparse-vector.ts';

describe('sparse vectors', () => {
  it('are written as pgvector reads them and read back', () => {
    const literal = toLiteral(
      new Map([
        [1_000_000_000, 0.25],
        [3, 1 / 3],
      ]),
    );
    expect(literal).toBe('{1000000000:0.2500000,3:0.3333333}/1000000000');
    expect(dimensionsOf(literal)).toEqual([1_000_000_000, 3]);
    expect(dimensionsOf(toLiteral(new Map()))).toEqual([]);
  });

  it('are cut to the 16,000 heaviest dimensions that pgvector stores', () => {
    const vector = new Map(Array.from({ length: 16_001 }, (_, index) => [index + 1, index + 1]));
    const cut = fitting(vector);
    expect(cut.size).toBe(16_000);
    expect(cut.has(1)).toBe(false);
    expect(cut.has(16_001)).toBe(true);
  });
});
