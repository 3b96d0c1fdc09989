import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { syntheticQuestions } from '../bench-retrieval/scale/synthetic-texts.ts';
import type { Server } from '../server-process/start-server.ts';

/** How long others waited while something was done, in ms. */
export interface Waits {
  chunks: number;
  seconds: number;
  /** For an answer of `query`, one after the other. */
  queries: number[];
  /** For the next piece of a streamed chat whose vendor sends one every 20 ms, one stream after the other. */
  pieces: number[];
}

/** Ten pieces with this pause before each, from the fake upstream. */
const STREAM_MODEL = 'slow-20';

const QUESTIONS = syntheticQuestions(100);

/** What a server does after its answer counts as well. */
const AFTERWARDS_MS = 3_000;

/** Asks the project and streams while the work, which returns how many chunks it moved, is done, and for a while after. */
export async function watchOthers(server: Server, projectId: string, work: () => Promise<number>): Promise<Waits> {
  const done = new AbortController();
  const timed = async (): Promise<Pick<Waits, 'chunks' | 'seconds'>> => {
    const startedMs = performance.now();
    const chunks = await work();
    return { chunks, seconds: (performance.now() - startedMs) / 1000 };
  };
  const working = timed().finally(async () => {
    await wait(AFTERWARDS_MS);
    done.abort();
  });
  const [worked, queries, pieces] = await Promise.all([
    working,
    ask(server, projectId, done.signal),
    stream(server, done.signal),
  ]);
  return { ...worked, queries, pieces };
}

async function ask({ origin, headers }: Server, projectId: string, done: AbortSignal): Promise<number[]> {
  const url = `${origin}/v2/aiproducts/askyoda/v2/${projectId}/query/`;
  const waits: number[] = [];
  while (!done.aborted) {
    const body = JSON.stringify({ query: QUESTIONS[waits.length % QUESTIONS.length], k: 10 });
    const startedMs = performance.now();
    const answer = await fetch(url, { method: 'POST', headers, body });
    await answer.text();
    waits.push(performance.now() - startedMs);
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  }
  return waits;
}

async function stream({ origin, headers }: Server, done: AbortSignal): Promise<number[]> {
  const url = `${origin}/v1/chat/completions`;
  const body = JSON.stringify({ model: STREAM_MODEL, stream: true, messages: [{ role: 'user', content: 'Go on.' }] });
  const waits: number[] = [];
  while (!done.aborted) {
    const answer = await fetch(url, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    let lastMs = performance.now();
    for await (const _ of answer.body!) {
      waits.push(performance.now() - lastMs);
      lastMs = performance.now();
    }
    await setImmediate();
  }
  return waits;
}
