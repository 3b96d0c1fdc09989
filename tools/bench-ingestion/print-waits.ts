import { percentile } from '../bench-retrieval/quality/metrics.ts';
import type { Waits } from './watch-others.ts';

export function printWaits(name: string, { chunks, seconds, queries, pieces }: Waits): void {
  const rate = chunks === 0 ? '' : `, ${chunks} chunks: ${(chunks / seconds).toFixed(0)}/s`;
  console.log(`${name}: ${seconds.toFixed(1)} s${rate}`);
  console.log(`  an answer of query     ${line(queries)}`);
  console.log(`  a piece of a stream    ${line(pieces)}`);
}

function line(waits: readonly number[]): string {
  const [p50, p99, longest] = [0.5, 0.99, 1].map((share) => percentile(waits, share).toFixed(0).padStart(4));
  return `p50 ${p50} ms, p99 ${p99} ms, longest ${longest} ms, of ${waits.length}`;
}
