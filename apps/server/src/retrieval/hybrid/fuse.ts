/** How near a chunk is to a question by words and, where it has a vector, in meaning. */
export interface Nearness {
  /** In [0, 1]. */
  scoreLexical: number;
  /** In [0, 1]; undefined: the chunk is not embedded. */
  scoreVector: number | undefined;
}

/**
 * What the meaning counts at most; the words count the rest. Where a model is far better than words, equal parts cost
 * some of that (BEIR with BM25 and BGE); .6 is a judgement until a real model has been measured (docs/embeddings.md).
 */
const MOST_VECTOR_WEIGHT = 0.6;

/** From here on the nearest chunk is near enough for the meaning to count fully. */
const SURE_SCORE = 0.5;

/**
 * A cosine as a score: 0 for a chunk that is no nearer than chunks that have nothing to do with each other are, for
 * models differ in where that lies.
 */
export function vectorScore(cosine: number, meanCosine: number): number {
  return Math.min(1, Math.max(0, (cosine - meanCosine) / (1 - meanCosine)));
}

/** What the meaning counts for a question: less when even the nearest chunk is far, for the model then knows little of it. */
export function vectorWeight(bestVectorScore: number): number {
  return MOST_VECTOR_WEIGHT * Math.min(1, bestVectorScore / SURE_SCORE);
}

/**
 * The weighted mean of two scores that mean something by themselves, in [0, 1]. Ranks are not used: they say nothing about how
 * good the best is. A chunk without a vector has the score of its words.
 */
export function fuse({ scoreLexical, scoreVector = scoreLexical }: Nearness, weight: number): number {
  return weight * scoreVector + (1 - weight) * scoreLexical;
}
