import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerDatabase } from '../src/database/testing/open-test-database.ts';

/** Where server processes keep all, be they one after the other or replicas. */
export interface Storage {
  /** The settings that name it. */
  environment: Record<string, string>;
  remove(): Promise<void>;
}

/** An empty folder for PGlite; with TEST_DATABASE_URL an empty database on that server beside the folder. */
export async function makeStorage(): Promise<Storage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'groundwire-'));
  const removeFolder = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  const { TEST_DATABASE_URL } = process.env;
  if (!TEST_DATABASE_URL) return { environment: { DATA_DIR: dataDir }, remove: removeFolder };
  const { url, drop } = await createServerDatabase(TEST_DATABASE_URL);
  const remove = async (): Promise<void> => {
    await drop();
    await removeFolder();
  };
  return { environment: { DATA_DIR: dataDir, DATABASE_URL: url }, remove };
}
