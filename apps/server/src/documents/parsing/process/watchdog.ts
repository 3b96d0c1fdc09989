// A thread of the reading process that ends it, also while its main thread computes and hears nobody. In tests Node loads
// this file as it is.
import { workerData } from 'node:worker_threads';

/** What the watchdog is given. */
export interface Watched {
  /** The process that reads for whom. */
  parentId: number;
  maxBytes: number;
}

/** Between two looks a process can unpack some ten megabytes. */
const INTERVAL_MS = 20;

const { parentId, maxBytes } = workerData as Watched;

function look(): void {
  if (process.ppid !== parentId || process.memoryUsage.rss() > maxBytes) process.kill(process.pid, 'SIGKILL');
}

look();
setInterval(look, INTERVAL_MS);
