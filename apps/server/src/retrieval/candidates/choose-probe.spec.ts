import { describe, expect, it } from '@jest/globals';
import { hashTerm } from '@groundwire/text';
import { lexicalTerms } from '../lexical/lexical-terms.ts';
import { questionVector } from '../lexical/question-vector.ts';
import { chooseProbe, type Probe } from './choose-probe.ts';

const term = (stem: string): number => hashTerm(`w:${stem}`);

function probe(question: string, chunkCount: number, counts: Record<string, number>): Probe | undefined {
  const statistics = {
    chunkCount,
    chunksWith: new Map(Object.entries(counts).map(([stem, count]) => [term(stem), count])),
  };
  const terms = lexicalTerms(question);
  return chooseProbe(terms, questionVector(terms, statistics), statistics);
}

describe('chooseProbe', () => {
  it('takes the rarest stems while they reach few chunks', () => {
    const chosen = probe('stream token error zebra', 100_000, { stream: 12_000, token: 7_000, error: 15_000 });
    expect(chosen?.terms).toEqual([term('token'), term('stream')]);
  });

  it('takes the rarest one even when it reaches many', () => {
    expect(probe('stream token', 100_000, { stream: 90_000, token: 80_000 })?.terms).toEqual([term('token')]);
  });

  it('finds none when the project knows no word of the question', () => {
    expect(probe('zebra', 100_000, { stream: 1 })).toBeUndefined();
    expect(probe('who are you', 100_000, { stream: 1 })).toBeUndefined();
    expect(probe('???', 100_000, { stream: 1 })).toBeUndefined();
  });

  it('ranks by all stems of the question and by nothing else', () => {
    const { words } = probe('stream token zebra', 10_000, { stream: 9_000, token: 5 })!;
    expect([...words.keys()].toSorted()).toEqual(['stream', 'token', 'zebra'].map(term).toSorted());
  });
});
