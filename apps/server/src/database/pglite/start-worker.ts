import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerInput, WorkerRequest } from './worker-messages.ts';

/** PGlite's thread, seen from outside. */
export interface PgliteWorker {
  worker: Worker;
  /** Closes the database and ends the thread. */
  stop: () => Promise<void>;
}

/**
 * Starts PGlite in a thread of its own and waits until it is ready.
 * @param onDeath called once when the thread ends although nobody stopped it
 * @throws what PGlite threw when it cannot open its folder
 */
export async function startWorker(input: WorkerInput, onDeath: (error: Error) => void): Promise<PgliteWorker> {
  // Built, this file and the worker end in .js; in tests both are TypeScript, whose types Node strips.
  const entry = new URL(`./pglite-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(entry, { workerData: input });
  await once(worker, 'message');

  let lastError: unknown;
  worker.once('error', (error) => (lastError = error));
  const died = (code: number) => onDeath(new Error(`PGlite's thread has ended (code ${code}).`, { cause: lastError }));
  worker.once('exit', died);
  // An idle database alone keeps no process running; a statement under way does, through its port.
  worker.unref();
  const stop = async () => {
    worker.off('exit', died);
    if (worker.threadId < 0) return;
    worker.ref();
    const ended = once(worker, 'exit');
    worker.postMessage('close' satisfies WorkerRequest);
    await ended;
  };
  return { worker, stop };
}
