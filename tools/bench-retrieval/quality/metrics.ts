/** How relevant documents are to one question: their ids with grades above 0. */
export type Judgements = ReadonlyMap<string, number>;

/** The measures of BEIR, each from 0 to 1. */
export interface Quality {
  ndcg10: number;
  recall3: number;
  recall10: number;
  mrr10: number;
}

/** What one ranking, best first and without doubles, is worth. The judgements name at least one document. */
export function qualityOf(ranking: readonly string[], judgements: Judgements): Quality {
  const ideal = [...judgements.values()].sort((left, right) => right - left);
  const found = ranking.map((id) => judgements.get(id) ?? 0);
  const first = found.slice(0, 10).findIndex((grade) => grade > 0);
  return {
    ndcg10: discountedGain(found) / discountedGain(ideal),
    recall3: share(found.slice(0, 3), judgements),
    recall10: share(found.slice(0, 10), judgements),
    mrr10: first < 0 ? 0 : 1 / (first + 1),
  };
}

/** The mean of each measure; not a number when there is nothing to average. */
export function meanQuality(all: readonly Quality[]): Quality {
  const mean = (measure: keyof Quality): number => all.reduce((sum, one) => sum + one[measure], 0) / all.length;
  return { ndcg10: mean('ndcg10'), recall3: mean('recall3'), recall10: mean('recall10'), mrr10: mean('mrr10') };
}

/** The value that `share` (from 0 to 1) of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const ascending = values.toSorted((left, right) => left - right);
  return ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? NaN;
}

/** Linear gain, as trec_eval and BEIR count it. */
function discountedGain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, index) => sum + grade / Math.log2(index + 2), 0);
}

function share(grades: readonly number[], judgements: Judgements): number {
  return grades.filter((grade) => grade > 0).length / judgements.size;
}
