import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Watched } from './watchdog.ts';

/**
 * The process is killed (SIGKILL) as soon as its parent is gone or it holds more memory than it may, whatever it is doing.
 * The watchdog wakes some 60 ms later; most small files are read by then.
 * @param argv the parent's process id and the bytes, as `startReader` passes them on the command line
 */
export function startWatchdog(argv: readonly string[]): void {
  const [parentId, maxBytes] = argv.map(Number);
  const watched = { parentId: parentId!, maxBytes: maxBytes! } satisfies Watched;
  const worker = new Worker(new URL(`./watchdog${extname(import.meta.url)}`, import.meta.url), {
    workerData: watched,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  });
  // A process without its watchdog must not go on.
  worker.on('error', () => process.exit(1));
  worker.unref();
}
