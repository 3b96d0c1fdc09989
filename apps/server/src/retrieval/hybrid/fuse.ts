/** How near a chunk is to a question by words and, where it has a vector, in meaning. */
export interface Nearness {
  /** In [0, 1]. */
  lexical: number;
  /** Absent: the chunk is not embedded. */
  cosine: number | undefined;
}

export interface FusedScore {
  score: number;
  /** Absent: the chunk is not embedded. */
  scoreVector: number | undefined;
  scoreLexical: number;
}

/**
 * What the meaning counts; the words count the rest. Where a model is far better than words, equal parts cost some of
 * that (BEIR with BM25 and BGE); .6 is a judgement until a real model has been measured (docs/retrieval.md).
 */
const VECTOR_WEIGHT = 0.6;

/**
 * A weighted mean of two scores that mean something by themselves, in [0, 1]. Nearness counts from the mean cosine of
 * chunks that have nothing to do with each other, for models differ in where that lies. Ranks are not used: they say
 * nothing about how good the best is. A chunk without a vector has the score of its words.
 */
export function fuse({ lexical, cosine }: Nearness, meanCosine: number): FusedScore {
  if (cosine === undefined) return { score: lexical, scoreVector: undefined, scoreLexical: lexical };
  const scoreVector = Math.min(1, Math.max(0, (cosine - meanCosine) / (1 - meanCosine)));
  return {
    score: VECTOR_WEIGHT * scoreVector + (1 - VECTOR_WEIGHT) * lexical,
    scoreVector,
    scoreLexical: lexical,
  };
}
