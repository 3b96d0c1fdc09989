import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openDatabase } from '../open-database.ts';
import { snapshotFile } from '../testing/snapshot-file.ts';
import { openPglite } from './open-pglite.ts';

const program = join(import.meta.dirname, '../testing/data-dir-user.ts');
const timeoutMs = 180_000;

describe('PGlite in a folder', () => {
  let dataDir: string;
  const children: ChildProcessWithoutNullStreams[] = [];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'groundwire-'));
  });

  afterEach(async () => {
    await Promise.all(children.splice(0).map(kill));
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = (task = 'hold') => {
    const child = spawn(process.execPath, [program, dataDir, task]);
    children.push(child);
    return child;
  };
  const lines = (child: ChildProcessWithoutNullStreams) => createInterface(child.stdout)[Symbol.asyncIterator]();
  const kill = async (child: ChildProcessWithoutNullStreams) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };

  it(
    'loses no acknowledged row when its process is killed, and starts again',
    async () => {
      const child = start('insert');
      const output = lines(child);
      for (let line = ''; line !== 'row 100'; line = (await output.next()).value as string);
      await kill(child);
      let acknowledged = 100;
      for await (const line of output) acknowledged = Number(line.split(' ')[1]);

      const database = await openDatabase({ dataDir });
      const [row] = await database.query<{ n: number }>('select count(*) as n from item where id <= $1', [
        acknowledged,
      ]);
      await database.close();
      expect(row!.n).toBe(acknowledged);
    },
    timeoutMs,
  );

  it(
    'is refused to a second process, which says why, and the first goes on',
    async () => {
      const database = await openPglite({ dataDir, snapshotFile: snapshotFile() });
      const second = start();
      let errors = '';
      second.stderr.on('data', (data) => (errors += String(data)));
      const [code] = (await once(second, 'close')) as [number];
      expect(code).toBe(1);
      expect(errors).toContain(`DataDirInUseError: The data folder ${dataDir} is in use by process ${process.pid}.`);
      await expect(openDatabase({ dataDir })).rejects.toThrow(`in use by process ${process.pid}`);
      expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);

      await database.close();
      expect((await lines(start()).next()).value).toBe('open');
    },
    timeoutMs,
  );

  it(
    'is created anew when a process was killed while creating it',
    async () => {
      mkdirSync(join(dataDir, 'pglite.unfinished'));
      writeFileSync(join(dataDir, 'pglite.unfinished/PG_VERSION'), '18\n');
      const database = await openDatabase({ dataDir });
      await database.query('create extension vector');
      expect(await database.query("select '{1:1}/3'::sparsevec::text as v")).toEqual([{ v: '{1:1}/3' }]);
      await database.close();
    },
    timeoutMs,
  );
});
