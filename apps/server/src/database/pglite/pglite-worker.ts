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
  port.on('message', (request: Uint8Array) => void answer(request, port));
}

async function answer(request: Uint8Array, port: MessagePort): Promise<void> {
  const pieces: Uint8Array[] = [];
  // `execProtocolRawSync` also parses each reply, and keeps what it parsed as long as PGlite runs (0.5.14): all rows that
  // were ever read. This runs the statement before it returns as well; the memory of a piece is used again for the next.
  await pglite.execProtocolRawStream(request, { syncToFs: false, onRawData: (piece) => pieces.push(piece.slice()) });
  const reply = joined(pieces);
  port.postMessage(reply, [reply.buffer]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

async function stop(): Promise<void> {
  await pglite.close();
  process.exit(0);
}

// A failure of either ends the thread, which the main thread reports.
parentPort!.on('message', (request: WorkerRequest) => void (request === 'close' ? stop() : serve(request.client)));
parentPort!.postMessage('ready');
