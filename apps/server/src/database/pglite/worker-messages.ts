import type { MessagePort } from 'node:worker_threads';

/** What PGlite's worker is started with. */
export interface WorkerInput {
  /** A folder, or `memory://`. */
  dataDir: string;
  /** A tar made by `dumpDataDir` to start from, instead of creating an empty cluster. */
  snapshotFile?: string;
}

/** What the worker is told: serve one more client on this port, or close the database and end. */
export type WorkerRequest = { client: MessagePort } | 'close';
