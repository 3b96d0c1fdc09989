import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'undici';
import type { MeasuredProcess } from '../server-process/measured-process.ts';

/** One request, sent over and over. */
export interface BenchRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Load {
  p50Ms: number;
  p95Ms: number;
  perSecond: number;
  /** CPU of the process in question per request; undefined when there is none. */
  cpuMicros: number | undefined;
}

const WARM_UP_MS = 500;
/** Enough callers to keep one core of the server busy. */
const CALLERS = 16;

/** Latency as one caller sees it, then requests per second and CPU per request under many callers. */
export async function measureLoad(
  request: BenchRequest,
  target: MeasuredProcess | undefined,
  ms: number,
): Promise<Load> {
  await run(request, CALLERS, WARM_UP_MS);
  const alone = (await run(request, 1, ms)).sort((one, other) => one - other);
  const before = await target?.cpuMicros();
  const startedMs = performance.now();
  const { length: requests } = await run(request, CALLERS, ms);
  const elapsedMs = performance.now() - startedMs;
  const after = await target?.cpuMicros();
  return {
    p50Ms: alone[Math.floor(alone.length * 0.5)] ?? NaN,
    p95Ms: alone[Math.floor(alone.length * 0.95)] ?? NaN,
    perSecond: (1000 * requests) / elapsedMs,
    cpuMicros: before === undefined || after === undefined ? undefined : (after - before) / requests,
  };
}

/** Each caller sends its next request when the last one's answer has ended. Resolves to the milliseconds of each. */
async function run(request: BenchRequest, count: number, ms: number): Promise<number[]> {
  const stop = new AbortController();
  const times = Promise.all(Array.from({ length: count }, () => callInTurn(request, stop.signal)));
  await Promise.race([wait(ms), times]);
  stop.abort();
  return (await times).flat();
}

async function callInTurn({ url, headers, body }: BenchRequest, stop: AbortSignal): Promise<number[]> {
  const { origin, pathname } = new URL(url);
  const client = new Client(origin);
  const times: number[] = [];
  while (!stop.aborted) {
    const startedMs = performance.now();
    const answer = await client.request({ path: pathname, method: 'POST', headers, body });
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}: ${await answer.body.text()}`);
    await answer.body.dump({ limit: Infinity });
    times.push(performance.now() - startedMs);
  }
  await client.close();
  return times;
}
