import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startWorker } from './start-worker.ts';
import { WireStream } from './wire-stream.ts';

describe("PGlite's thread", () => {
  it('reports its death once, and every statement on it fails at once', async () => {
    const deaths: Error[] = [];
    const { worker, stop } = await startWorker({ dataDir: 'memory://' }, (error) => deaths.push(error));
    const connect = () => new pg.Client({ stream: () => new WireStream(worker), host: 'pglite', ssl: false });
    const client = connect();
    client.on('error', () => undefined);
    await client.connect();
    const outcome = client.query('select count(*) from generate_series(1, 100000000)');
    const failure = expect(outcome).rejects.toThrow('Connection terminated');
    await worker.terminate();
    await failure;
    await expect(connect().connect()).rejects.toThrow('Connection terminated');
    await stop();
    expect(deaths.map(({ message }) => message)).toEqual(["PGlite's thread has ended (code 1)."]);
  }, 120_000);

  it('hands the next client a session without the transaction the one before left open', async () => {
    const { worker, stop } = await startWorker({ dataDir: 'memory://' }, () => undefined);
    const connect = async () => {
      const client = new pg.Client({
        stream: () => new WireStream(worker),
        user: 'postgres',
        host: 'pglite',
        ssl: false,
      });
      await client.connect();
      return client;
    };
    const before = await connect();
    await before.query('begin; create table left_open (n integer)');
    await before.end();
    const after = await connect();
    const { rows } = await after.query("select to_regclass('left_open') as found");
    expect(rows).toEqual([{ found: null }]);
    await after.end();
    await stop();
  }, 120_000);
});
