import { describe, expect, it } from '@jest/globals';
import { costOfEmbedding, costOfReranking, costOfTranscription } from './task-costs.ts';

const BY_TOKENS = { input: '0.02', output: '0' } as const;
const BY_SEARCHES = { input: '0', output: '0', search: '2' } as const;

describe('the cost of embedding', () => {
  it('is that of the tokens that were read, exactly', () => expect(costOfEmbedding(7, BY_TOKENS)).toBe('0.00000014'));
  it('is not known without a price', () => expect(costOfEmbedding(7, undefined)).toBeNull());
});

describe('the cost of reranking', () => {
  it('is that of all tokens, the question read with each document', () =>
    expect(costOfReranking(10, [100, 200], BY_TOKENS)).toBe('0.0000064'));
  it('is that of one search for a hundred documents', () =>
    expect(costOfReranking(1, Array<number>(100).fill(100), BY_SEARCHES)).toBe('0.002'));
  it('is that of another search for each further hundred, a long document counting as several', () =>
    expect(costOfReranking(1, Array<number>(100).fill(500), BY_SEARCHES)).toBe('0.004'));
  it('is not known without a price', () => expect(costOfReranking(1, [1], undefined)).toBeNull());
});

describe('the cost of transcribing', () => {
  it('is that of each minute begun', () =>
    expect(costOfTranscription(61, { input: '0', output: '0', minutes: '6' })).toBe('0.012'));
  it('is not known where minutes have no price', () => expect(costOfTranscription(61, BY_TOKENS)).toBeNull());
});
