import { describe, expect, it } from '@jest/globals';
import { hashTerm } from '@groundwire/text';
import { lexicalTerms } from './lexical-terms.ts';
import { questionVector } from './question-vector.ts';

const stream = hashTerm('w:stream');
const token = hashTerm('w:token');

describe('questionVector', () => {
  it('shares 0.6 among the stems and 0.4 among the grams', () => {
    const vector = questionVector(lexicalTerms('stream token'), { chunkCount: 10, chunksWith: new Map([[stream, 3]]) });
    const stemShare = (vector.get(stream) ?? 0) + (vector.get(token) ?? 0);
    expect(stemShare).toBeCloseTo(0.6, 10);
    expect([...vector.values()].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
  });

  it('gives rare words more, and unknown words most', () => {
    const chunksWith = new Map([
      [stream, 90],
      [token, 2],
    ]);
    const vector = questionVector(lexicalTerms('stream token zebra'), { chunkCount: 100, chunksWith });
    expect(vector.get(token)).toBeGreaterThan(vector.get(stream) ?? 1);
    expect(vector.get(hashTerm('w:zebra'))).toBeGreaterThan(vector.get(token) ?? 1);
  });

  it('stays finite when the counts of terms are ahead of the number of chunks', () => {
    const vector = questionVector(lexicalTerms('stream'), { chunkCount: 0, chunksWith: new Map([[stream, 5]]) });
    expect(vector.get(stream)).toBeCloseTo(0.6, 10);
  });

  it('is empty for a question without words', () => {
    expect(questionVector(lexicalTerms('???'), { chunkCount: 1, chunksWith: new Map() }).size).toBe(0);
  });
});
