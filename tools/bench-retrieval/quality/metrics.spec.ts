import { describe, expect, it } from '@jest/globals';
import { meanQuality, percentile, qualityOf } from './metrics.ts';

describe('qualityOf', () => {
  it('agrees with a case worked out by hand', () => {
    // Found: b at 2 (grade 1), a at 4 (grade 2). DCG = 1/log2(3) + 2/log2(5) = 0.63093 + 0.86135 = 1.49228.
    // Ideal order a, b, c (2, 1, 1): 2/log2(2) + 1/log2(3) + 1/log2(4) = 2 + 0.63093 + 0.5 = 3.13093.
    const judgements = new Map([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ]);
    const quality = qualityOf(['x', 'b', 'y', 'a'], judgements);
    expect(quality.ndcg10).toBeCloseTo(1.49228 / 3.13093, 4);
    expect(quality.recall3).toBeCloseTo(1 / 3, 10);
    expect(quality.recall10).toBeCloseTo(2 / 3, 10);
    expect(quality.mrr10).toBe(1 / 2);
  });

  it('counts nothing after the tenth place', () => {
    const ranking = [...Array.from({ length: 10 }, (_, index) => `x${index}`), 'a'];
    expect(qualityOf(ranking, new Map([['a', 1]]))).toEqual({ ndcg10: 0, recall3: 0, recall10: 0, mrr10: 0 });
  });

  it('gives 1 throughout to a perfect ranking, also of more than ten relevant documents but for recall', () => {
    expect(qualityOf(['a'], new Map([['a', 3]]))).toEqual({ ndcg10: 1, recall3: 1, recall10: 1, mrr10: 1 });
    const many = Array.from({ length: 20 }, (_, index) => `d${index}`);
    const quality = qualityOf(many, new Map(many.map((id) => [id, 1])));
    expect(quality).toEqual({ ndcg10: 1, recall3: 3 / 20, recall10: 0.5, mrr10: 1 });
  });
});

describe('meanQuality and percentile', () => {
  it('average by question and read the sorted values', () => {
    const none = { ndcg10: 0, recall3: 0, recall10: 0, mrr10: 0 };
    const all = { ndcg10: 1, recall3: 1, recall10: 1, mrr10: 1 };
    expect(meanQuality([none, all])).toEqual({ ndcg10: 0.5, recall3: 0.5, recall10: 0.5, mrr10: 0.5 });
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
  });
});
