import { describe, expect, it } from '@jest/globals';
import { hashTerm, TERM_SPACE } from './hash-term.ts';

describe('hashTerm', () => {
  it('keeps the values that stored vectors were made with', () => {
    expect(['', 'w:stream', 'g:^str'].map(hashTerm)).toEqual([872998924, 663450146, 831497499]);
  });

  it('spreads similar terms over the whole space without collisions', () => {
    const values = Array.from({ length: 10_000 }, (_, index) => hashTerm(`w:term${index}`));
    expect(new Set(values).size).toBe(values.length);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...values)).toBeLessThanOrEqual(TERM_SPACE);
    expect(values.filter((value) => value > TERM_SPACE / 2).length / values.length).toBeCloseTo(0.5, 1);
  });
});
