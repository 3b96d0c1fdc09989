// The thread PGlite runs in, so that a long statement never stops the event loop that serves requests. In tests Node
// loads this file as it is: it may only hold types that can be stripped, and import what is JavaScript.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import type { WorkerInput, WorkerRequest } from './worker-messages.ts';

const { dataDir, snapshotFile } = workerData as WorkerInput;
const pglite = await PGlite.create({
  dataDir,
  extensions: { vector },
  loadDataDir: snapshotFile === undefined ? undefined : new Blob([await readFile(snapshotFile)]),
});

/** Answers one client. Every message holds whole Postgres wire messages, and replies leave in the same order. */
async function serve(port: MessagePort): Promise<void> {
  // There is one session for all clients, one after the other: drop what the one before left open.
  if (pglite.isInTransaction()) await pglite.exec('rollback');
  port.on('message', (request: Uint8Array) => {
    const reply = pglite.execProtocolRawSync(request);
    port.postMessage(reply, [reply.buffer as ArrayBuffer]);
  });
}

async function stop(): Promise<void> {
  await pglite.close();
  process.exit(0);
}

// A failure of either ends the thread, which the main thread reports.
parentPort!.on('message', (request: WorkerRequest) => void (request === 'close' ? stop() : serve(request.client)));
parentPort!.postMessage('ready');
