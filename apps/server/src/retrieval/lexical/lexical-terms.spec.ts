import { describe, expect, it } from '@jest/globals';
import { hashTerm } from '@groundwire/text';
import { lexicalTerms } from './lexical-terms.ts';

describe('lexicalTerms', () => {
  it('counts stems without stop words and the 4-grams of all words', () => {
    const { stems, grams } = lexicalTerms('The cut streams, the cut stream');
    expect(stems.counts).toEqual(
      new Map([
        [hashTerm('w:cut'), 2],
        [hashTerm('w:stream'), 2],
      ]),
    );
    expect(stems.length).toBe(4);
    expect(grams.counts.get(hashTerm('g:^the'))).toBe(2);
    expect(grams.counts.get(hashTerm('g:ams$'))).toBe(1);
    expect(grams.length).toBe(2 * 2 + 2 * 2 + 6 + 5);
  });

  it('keeps a stem and a gram of the same letters apart', () => {
    const { stems, grams } = lexicalTerms('東京');
    expect([...stems.counts.keys()]).not.toEqual([...grams.counts.keys()]);
  });

  it('finds nothing in a text without words', () => {
    expect(lexicalTerms('???')).toEqual({
      stems: { counts: new Map(), length: 0 },
      grams: { counts: new Map(), length: 0 },
    });
  });

  it('reads of a very long word its first 100 characters', () => {
    const word = Array.from({ length: 40 }, (_, index) => `x${index}y`).join('');
    expect(lexicalTerms(`${word}more`)).toEqual(lexicalTerms(word.slice(0, 100)));
    expect(lexicalTerms('x'.repeat(1_000_000)).grams.length).toBe(99);
  });
});
