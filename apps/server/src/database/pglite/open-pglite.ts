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

export interface PgliteOptions {
  /** A folder, or 'memory'. */
  dataDir: string;
  /** Only with 'memory': a tar made by `dumpDataDir` to start from. */
  snapshotFile?: string;
  /** Called once when PGlite's worker has died. */
  onFatal?: (error: Error) => void;
}

/** Longest wait for PGlite's one session: long statements of others cannot be cancelled. */
const sessionTimeoutMs = 60_000;

/**
 * Opens the embedded database.
 * @throws DataDirInUseError when another process holds the folder.
 */
export async function openPglite(options: PgliteOptions): Promise<Database> {
  if (options.dataDir === 'memory') return startPglite('memory://', options, async () => undefined);
  await mkdir(options.dataDir, { recursive: true });
  const unlock = await lockDataDir(options.dataDir);
  try {
    const folder = join(options.dataDir, 'pglite');
    if (!existsSync(folder)) await createCluster(folder);
    return await startPglite(folder, options, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Under another name first: what a killed process left half made is never taken for a database. */
async function createCluster(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const { stop } = await startWorker({ dataDir: unfinished }, () => undefined);
  await stop();
  await rename(unfinished, folder);
}

async function startPglite(dataDir: string, options: PgliteOptions, unlock: () => Promise<void>): Promise<Database> {
  const { snapshotFile, onFatal = () => undefined } = options;
  const { worker, stop } = await startWorker({ dataDir, snapshotFile }, onFatal);
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
    connectionTimeoutMillis: sessionTimeoutMs,
    types: columnTypes,
  });
  // An idle session that breaks has lost its worker, which `onFatal` reports.
  pool.on('error', () => undefined);
  return new PgDatabase('pglite', pool, async () => {
    await stop();
    await unlock();
  });
}
