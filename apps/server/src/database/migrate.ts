import type { Database, Queryable } from './database.ts';
import type { Migration } from './migration.ts';

/** The schema in the database is not one this program can bring up to date; nothing was changed. */
export class SchemaMismatchError extends Error {
  override readonly name = 'SchemaMismatchError';
}

/** An arbitrary number that means "migrations of Groundwire" among a server's advisory locks. */
const LOCK_ID = 7_203_415;

/**
 * Applies the migrations that the database lacks, each in its own transaction. Servers that start together take turns
 * at a lock, so each step is applied once.
 * @throws SchemaMismatchError when the database is newer than this program, or holds another history.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  checkNumbers(migrations);
  await database.transaction(async (transaction) => {
    await takeTurn(transaction);
    await transaction.query(`create table if not exists schema_migration (
      id integer primary key, name text not null, applied_at timestamptz(3) not null default now())`);
    await checkHistory(transaction, migrations);
  });
  for (const migration of migrations) await database.transaction((transaction) => applyOnce(transaction, migration));
}

async function applyOnce(transaction: Queryable, { id, name, sql }: Migration): Promise<void> {
  await takeTurn(transaction);
  const applied = await transaction.query('select id from schema_migration where id = $1', [id]);
  if (applied.length > 0) return;
  await transaction.query(sql);
  await transaction.query('insert into schema_migration (id, name) values ($1, $2)', [id, name]);
}

/** Waits until no other server migrates; the lock ends with the transaction. A step may take its time. */
async function takeTurn(transaction: Queryable): Promise<void> {
  await transaction.query('set local statement_timeout = 0');
  await transaction.query('select pg_advisory_xact_lock($1)', [LOCK_ID]);
}

function checkNumbers(migrations: readonly Migration[]): void {
  const index = migrations.findIndex(({ id }, position) => id !== position + 1);
  if (index < 0) return;
  const { id, name } = migrations[index]!;
  throw new SchemaMismatchError(`Migration "${name}" must be number ${index + 1}, not ${id}.`);
}

async function checkHistory(transaction: Queryable, migrations: readonly Migration[]): Promise<void> {
  const applied = await transaction.query<Pick<Migration, 'id' | 'name'>>(
    'select id, name from schema_migration order by id',
  );
  for (const [index, { id, name }] of applied.entries()) {
    if (index >= migrations.length && id > migrations.length) {
      throw new SchemaMismatchError(
        `The database is newer than this program: it has migration ${id} ("${name}"), the program knows ` +
          `${migrations.length}. Start the newer version.`,
      );
    }
    const expected = migrations[index]!;
    if (id === expected.id && name === expected.name) continue;
    throw new SchemaMismatchError(
      `The database has migration ${id} ("${name}") where this program expects ${expected.id} ("${expected.name}").`,
    );
  }
}
