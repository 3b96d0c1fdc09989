import type { Database } from './database.ts';
import { openPglite } from './pglite/open-pglite.ts';
import { openPostgres } from './open-postgres.ts';

export interface DatabaseOptions {
  /** A Postgres server's URL; without one the embedded PGlite is used. */
  databaseUrl?: string;
  /** The folder PGlite keeps its data in, or 'memory' for a database that lives as long as the process. */
  dataDir: string;
  /** Most connections to a Postgres server. PGlite has one session. */
  poolSize?: number;
  /** Called once when the database is lost for good (PGlite's worker died): the process should stop. */
  onFatal?: (error: Error) => void;
}

/**
 * Opens the database and waits until it answers; run `migrate` next.
 * @throws DataDirInUseError when another process holds the folder; DatabaseUnavailableError when no server answers.
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.databaseUrl) return openPostgres(options.databaseUrl, options.poolSize);
  return openPglite({ dataDir: options.dataDir, onFatal: options.onFatal });
}
