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
  const name = `groundwire_test_${randomUUID().replaceAll('-', '')}`;
  const server = await openPostgres(serverUrl, 1);
  await server.query(`create database ${name}`);
  const database = await openPostgres(Object.assign(new URL(serverUrl), { pathname: name }).href);
  const close = database.close.bind(database);
  return Object.assign(database, {
    close: async () => {
      await close();
      await server.query(`drop database if exists ${name}`);
      await server.close();
    },
  });
}
