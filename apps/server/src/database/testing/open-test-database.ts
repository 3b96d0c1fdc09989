import { randomUUID } from 'node:crypto';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { migrations } from '../migrations/index.ts';
import { openPostgres } from '../open-postgres.ts';
import { openPglite } from '../pglite/open-pglite.ts';
import { snapshotFile } from './snapshot-file.ts';

/**
 * A fresh database for one spec: migrated, shared with nobody, gone after `close`. PGlite in memory, or a database of
 * its own on the server at TEST_DATABASE_URL.
 */
export async function openTestDatabase(): Promise<Database> {
  const database = await openEmptyTestDatabase();
  await migrate(database, migrations);
  return database;
}

/** The same without a schema. */
export function openEmptyTestDatabase(): Promise<Database> {
  const serverUrl = process.env.TEST_DATABASE_URL;
  return serverUrl ? openOnServer(serverUrl) : openPglite({ dataDir: 'memory', snapshotFile: snapshotFile() });
}

async function openOnServer(serverUrl: string): Promise<Database> {
  const { url, drop } = await createServerDatabase(serverUrl);
  const database = await openPostgres(url);
  const close = database.close.bind(database);
  return Object.assign(database, {
    close: async () => {
      await close();
      await drop();
    },
  });
}

/** An empty database on that server, for processes that open it themselves. */
export async function createServerDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `groundwire_test_${randomUUID().replaceAll('-', '')}`;
  const server = await openPostgres(serverUrl, 1);
  await server.query(`create database ${name}`);
  return {
    url: Object.assign(new URL(serverUrl), { pathname: name }).href,
    drop: async () => {
      // With force: a process that was killed may still seem to be connected.
      await server.query(`drop database if exists ${name} with (force)`);
      await server.close();
    },
  };
}
