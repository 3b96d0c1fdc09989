import { describe, expect, it } from '@jest/globals';
import { hashTerm } from '@groundwire/text';
import { lexicalTerms } from './lexical-terms.ts';
import { lexicalVector } from './lexical-vector.ts';

const weightOf = (text: string): number => lexicalVector(lexicalTerms(text)).get(hashTerm('w:stream')) ?? 0;

describe('lexicalVector', () => {
  it('weighs a term by tf / (tf + k1 (1 - b + b length / 100))', () => {
    expect(weightOf('stream')).toBeCloseTo(1 / (1 + 1.2 * (0.25 + 0.75 / 100)), 10);
    expect(weightOf('stream stream')).toBeCloseTo(2 / (2 + 1.2 * (0.25 + (0.75 * 2) / 100)), 10);
  });

  it('counts a term in a long text for less, and never for 1', () => {
    const long = `stream ${'filler '.repeat(300)}`;
    expect(weightOf(long)).toBeLessThan(weightOf('stream'));
    expect(weightOf('stream '.repeat(50))).toBeLessThan(1);
  });
});
