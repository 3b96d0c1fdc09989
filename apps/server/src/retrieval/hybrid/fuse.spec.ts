import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fuse } from './fuse.ts';

describe('the score of words and meaning', () => {
  it('is the weighted mean of what the words cover and of how near the meaning is', () => {
    expect(fuse({ lexical: 0.5, cosine: 0.6 }, 0.2).score).toBeCloseTo(0.6 * 0.5 + 0.4 * 0.5, 10);
    expect(fuse({ lexical: 1, cosine: 1 }, 0.7).score).toBeCloseTo(1, 10);
  });

  it('counts nothing that is no nearer than any two chunks are', () => {
    expect(fuse({ lexical: 0, cosine: 0.75 }, 0.75)).toEqual({ score: 0, scoreVector: 0, scoreLexical: 0 });
    expect(fuse({ lexical: 0, cosine: -1 }, 0)).toMatchObject({ scoreVector: 0 });
  });

  it('is that of the words for a chunk that is not embedded', () => {
    expect(fuse({ lexical: 0.4, cosine: undefined }, 0.2)).toEqual({
      score: 0.4,
      scoreVector: undefined,
      scoreLexical: 0.4,
    });
  });

  it('is always in [0, 1], and grows with both', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const cosines = fc.double({ min: -1, max: 1, noNaN: true });
    const means = fc.double({ min: 0, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(unit, unit, cosines, cosines, means, (one, other, near, nearer, mean) => {
        const worse = fuse({ lexical: Math.min(one, other), cosine: Math.min(near, nearer) }, mean).score;
        const better = fuse({ lexical: Math.max(one, other), cosine: Math.max(near, nearer) }, mean).score;
        return worse >= 0 && better <= 1 && better >= worse;
      }),
    );
  });
});
