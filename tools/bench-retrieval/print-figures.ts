import type { CollectionFigures } from './quality/measure-collection.ts';
import type { QueryFigures, ScaleFigures } from './scale/measure-scale.ts';
import type { MinScoreRow } from './quality/min-score-table.ts';

export function printCollection(folder: string, figures: CollectionFigures): void {
  const { ndcg10, recall3, recall10, mrr10, p50Ms, p95Ms, chunks, chunksPerSecond, topScores } = figures;
  console.log(`\n${folder}: ${topScores.length} questions, ${chunks} chunks, k = 10`);
  console.log(
    `  nDCG@10 ${ndcg10.toFixed(4)}   recall@3 ${recall3.toFixed(4)}   recall@10 ${recall10.toFixed(4)}   MRR@10 ${mrr10.toFixed(4)}`,
  );
  console.log(
    `  query p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms; ingestion ${chunksPerSecond.toFixed(0)} chunks/s`,
  );
}

export function printScale(count: number, { unfiltered, filtered, chunks, chunksPerSecond }: ScaleFigures): void {
  console.log(
    `\n${count} synthetic texts: ${chunks} chunks, ingested at ${chunksPerSecond.toFixed(0)} chunks/s; k = 10`,
  );
  console.log(`  no filter:                 ${queryLine(unfiltered)}`);
  console.log(`  a filter that keeps 1 %:   ${queryLine(filtered)}`);
}

function queryLine({ firstP50Ms, p50Ms, p95Ms, fewestRows, recall }: QueryFigures): string {
  const times = `p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms (the first hundred: p50 ${firstP50Ms.toFixed(1)} ms)`;
  return `${times}, at least ${fewestRows} rows, recall ${recall.toFixed(3)} of exact search`;
}

export function printMinScores(rows: readonly MinScoreRow[]): void {
  const line = (name: string, cells: string[]): string =>
    `  ${name.padEnd(42)}${cells.map((cell) => cell.padStart(6)).join('')}`;
  console.log('\nWhat min_score lets through, mean of the collections');
  console.log(
    line(
      'min_score',
      rows.map(({ minScore }) => minScore.toFixed(1)),
    ),
  );
  console.log(
    line(
      'answerable questions with a passage',
      rows.map(({ answerable }) => answerable.toFixed(2)),
    ),
  );
  console.log(
    line(
      "the others' questions with a passage",
      rows.map(({ offTopic }) => offTopic.toFixed(2)),
    ),
  );
}
