import { describe, expect, it } from '@jest/globals';
import type { Worker } from 'node:worker_threads';
import pg from 'pg';
import { snapshotFile } from '../testing/snapshot-file.ts';
import { startWorker } from './start-worker.ts';
import { WireStream } from './wire-stream.ts';

const newClient = (worker: Worker) =>
  new pg.Client({ stream: () => new WireStream(worker), user: 'postgres', host: 'pglite', ssl: false });

describe("PGlite's thread", () => {
  it('reports its death once, and every statement on it fails at once', async () => {
    const deaths: Error[] = [];
    const { worker, stop } = await startWorker({ dataDir: 'memory://', snapshotFile: snapshotFile() }, (error) =>
      deaths.push(error),
    );
    const client = newClient(worker);
    client.on('error', () => undefined);
    await client.connect();
    const outcome = client.query('select count(*) from generate_series(1, 100000000)');
    const failure = expect(outcome).rejects.toThrow('Connection terminated');
    await worker.terminate();
    await failure;
    await expect(newClient(worker).connect()).rejects.toThrow('Connection terminated');
    await stop();
    expect(deaths.map(({ message }) => message)).toEqual(["PGlite's thread has ended (code 1)."]);
  }, 120_000);

  it('hands the next client a session without the transaction the one before left open', async () => {
    const { worker, stop } = await startWorker({ dataDir: 'memory://', snapshotFile: snapshotFile() }, () => undefined);
    const before = newClient(worker);
    await before.connect();
    await before.query('begin; create table left_open (n integer)');
    await before.end();
    const after = newClient(worker);
    await after.connect();
    const { rows } = await after.query("select to_regclass('left_open') as found");
    expect(rows).toEqual([{ found: null }]);
    await after.end();
    await stop();
  }, 120_000);

  it('keeps nothing of what was read', async () => {
    const { worker, stop } = await startWorker({ dataDir: 'memory://', snapshotFile: snapshotFile() }, () => undefined);
    const client = newClient(worker);
    await client.connect();
    const heapBytes = async (): Promise<number> => (await worker.getHeapStatistics()).used_heap_size;
    const before = await heapBytes();
    for (let read = 0; read < 100; read++) await client.query("select repeat('x', 1000000)");
    expect((await heapBytes()) - before).toBeLessThan(50_000_000);
    await client.end();
    await stop();
  }, 120_000);
});
