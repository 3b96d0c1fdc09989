import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from './database.ts';
import { migrate, SchemaMismatchError } from './migrate.ts';
import type { Migration } from './migration.ts';
import { migrations } from './migrations/index.ts';
import { openEmptyTestDatabase } from './testing/open-test-database.ts';

const first: Migration = { id: 1, name: 'first', sql: 'create table a (n integer); insert into a values (1)' };
const second: Migration = { id: 2, name: 'second', sql: 'insert into a values (2)' };

describe('migrate', () => {
  let database: Database;

  beforeAll(async () => {
    database = await openEmptyTestDatabase();
  }, 120_000);

  beforeEach(() => database.query('drop schema public cascade; create schema public'));

  afterAll(() => database.close());

  const applied = () => database.query('select id, name from schema_migration order by id');

  it("applies each of the program's migrations, once", async () => {
    await migrate(database, migrations);
    await migrate(database, migrations);
    expect(await applied()).toEqual(migrations.map(({ id, name }) => ({ id, name })));
  });

  it('applies only what is new', async () => {
    await migrate(database, [first]);
    await migrate(database, [first, second]);
    expect(await database.query('select n from a order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('applies each once when several start together', async () => {
    await Promise.all([1, 2, 3, 4].map(() => migrate(database, [first, second])));
    expect(await database.query('select n from a order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('leaves nothing of a migration that fails, and all before it', async () => {
    const broken = { ...second, sql: 'insert into a values (2); select 1 / 0' };
    await expect(migrate(database, [first, broken])).rejects.toMatchObject({ code: '22012' });
    expect(await applied()).toEqual([{ id: 1, name: 'first' }]);
    expect(await database.query('select n from a')).toEqual([{ n: 1 }]);
  });

  it('refuses a database that is newer than the program', async () => {
    await migrate(database, [first, second]);
    await expect(migrate(database, [first])).rejects.toThrow('newer than this program');
  });

  it('refuses a database with another history, before it changes anything', async () => {
    await migrate(database, [first]);
    const outcome = migrate(database, [{ ...first, name: 'renamed' }, second]);
    await expect(outcome).rejects.toThrow('has migration 1 ("first") where this program expects 1 ("renamed")');
    expect(await database.query('select n from a')).toEqual([{ n: 1 }]);
  });

  it('refuses migrations with a gap', async () => {
    await expect(migrate(database, [first, { ...second, id: 3 }])).rejects.toThrow(SchemaMismatchError);
  });
});
