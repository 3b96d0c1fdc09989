import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fuse, vectorScore, vectorWeight } from './fuse.ts';

describe('the score of words and meaning', () => {
  it('is the weighted mean of what the words cover and of how near the meaning is', () => {
    expect(fuse({ scoreLexical: 0.5, scoreVector: 0.75 }, vectorWeight(0.75))).toBeCloseTo(0.6 * 0.75 + 0.4 * 0.5, 10);
    expect(fuse({ scoreLexical: 1, scoreVector: vectorScore(1, 0.7) }, 0.6)).toBeCloseTo(1, 10);
  });

  it('counts nothing that is no nearer than any two chunks are', () => {
    expect(vectorScore(0.75, 0.75)).toBe(0);
    expect(vectorScore(-1, 0)).toBe(0);
    expect(vectorScore(0.6, 0.2)).toBeCloseTo(0.5, 10);
  });

  it('leaves more to the words when nothing is near', () => {
    expect([0, 0.25, 0.5, 1].map(vectorWeight)).toEqual([0, 0.3, 0.6, 0.6]);
  });

  it('is that of the words for a chunk that is not embedded', () => {
    expect(fuse({ scoreLexical: 0.4, scoreVector: undefined }, 0.6)).toBeCloseTo(0.4, 10);
  });

  it('is always in [0, 1], and grows with both', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const cosines = fc.double({ min: -1, max: 1, noNaN: true });
    const means = fc.double({ min: 0, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(unit, unit, cosines, cosines, means, unit, (one, other, near, nearer, mean, best) => {
        const scoreOf = (scoreLexical: number, cosine: number): number =>
          fuse({ scoreLexical, scoreVector: vectorScore(cosine, mean) }, vectorWeight(best));
        const worse = scoreOf(Math.min(one, other), Math.min(near, nearer));
        const better = scoreOf(Math.max(one, other), Math.max(near, nearer));
        return worse >= 0 && better <= 1 && better >= worse - 1e-12;
      }),
    );
  });
});
