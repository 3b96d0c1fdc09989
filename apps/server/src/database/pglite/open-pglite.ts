import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { columnTypes } from '../column-types.ts';
import type { Database } from '../database.ts';
import { PgDatabase } from '../pg-database.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { startWorker } from './start-worker.ts';
import { WireStream } from './wire-stream.ts';
import type { WorkerInput } from './worker-messages.ts';

export interface PgliteOptions {
  /** A folder, or 'memory'. */
  dataDir: string;
  /** A tar made by `dumpDataDir` that a new database starts from; without one it is created empty. */
  snapshotFile?: string;
  /** Called once when PGlite's worker has died. */
  onFatal?: (error: Error) => void;
}

/** Longest wait for PGlite's one session: long statements of others cannot be cancelled. */
const SESSION_TIMEOUT_MS = 60_000;

/**
 * Opens the embedded database.
 * @throws DataDirInUseError when another process holds the folder.
 */
export async function openPglite(options: PgliteOptions): Promise<Database> {
  const { dataDir, snapshotFile, onFatal = () => undefined } = options;
  if (dataDir === 'memory') return startPglite({ dataDir: 'memory://', snapshotFile }, onFatal, async () => undefined);
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockDataDir(dataDir);
  try {
    const folder = join(dataDir, 'pglite');
    if (!existsSync(folder)) await createCluster(folder, snapshotFile);
    return await startPglite({ dataDir: folder }, onFatal, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Under another name first: what a killed process left half made is never taken for a database. */
async function createCluster(folder: string, snapshotFile: string | undefined): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const { stop } = await startWorker({ dataDir: unfinished, snapshotFile }, () => undefined);
  await stop();
  await rename(unfinished, folder);
}

async function startPglite(
  input: WorkerInput,
  onFatal: (error: Error) => void,
  unlock: () => Promise<void>,
): Promise<Database> {
  const { worker, stop } = await startWorker(input, onFatal);
  const pool = new pg.Pool({
    stream: () => new WireStream(worker),
    // Given, so that PGUSER, PGSSLMODE and their like in the environment mean nothing here.
    host: 'pglite',
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
    connectionTimeoutMillis: SESSION_TIMEOUT_MS,
    types: columnTypes,
  });
  return new PgDatabase('pglite', pool, async () => {
    await stop();
    await unlock();
  });
}
