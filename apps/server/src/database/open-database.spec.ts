import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from './database.ts';
import { DatabaseUnavailableError } from './database-unavailable-error.ts';
import { openDatabase } from './open-database.ts';
import { openEmptyTestDatabase } from './testing/open-test-database.ts';

describe('an open database', () => {
  let database: Database;

  beforeAll(async () => {
    database = await openEmptyTestDatabase();
    await database.query('create table item (id integer primary key, body text)');
  }, 120_000);

  afterAll(() => database.close());

  const count = async () => (await database.query<{ n: number }>('select count(*) as n from item'))[0]!.n;

  it('reads bigint, timestamptz, jsonb and uuid as number, Date, JSON and text', async () => {
    const uuid = 'a4b1f7c0-1c39-4a8e-9a36-6f2a1d9a7f11';
    const rows = await database.query(
      `select 9007199254740991::bigint as safe, 9007199254740993::bigint as unsafe, $1::timestamptz as at,
        $2::jsonb as json, $3::uuid as uuid, null as nothing`,
      [new Date('2026-01-02T03:04:05.678Z'), JSON.stringify(['a', { b: 1 }]), uuid],
    );
    const at = new Date('2026-01-02T03:04:05.678Z');
    expect(rows).toEqual([
      { safe: 9007199254740991, unsafe: '9007199254740993', at, json: ['a', { b: 1 }], uuid, nothing: null },
    ]);
  });

  it('keeps any text, and a long one, unchanged', async () => {
    const texts = ['', 'naïve 漢字 👩‍👩‍👧 \u202e \\ \' " $1 \r\n\t\u0001', 'ä'.repeat(3_000_000)];
    for (const text of texts) {
      const [row] = await database.query<{ text: string }>('select $1::text as text', [text]);
      expect(row!.text === text).toBe(true);
    }
  });

  it('answers on after a statement failed', async () => {
    await expect(database.query('select * from nowhere')).rejects.toMatchObject({ code: '42P01' });
    await expect(database.query('select $1::integer as n', [7])).resolves.toEqual([{ n: 7 }]);
  });

  it('answers many at once, each with its own rows', async () => {
    const numbers = Array.from({ length: 200 }, (_, index) => index);
    const answers = await Promise.all(
      numbers.map((n) => database.query<{ n: number }>('select $1::integer as n', [n])),
    );
    expect(answers.map(([row]) => row!.n)).toEqual(numbers);
  });

  it('commits a transaction that resolves and returns its result', async () => {
    const rows = await database.transaction((transaction) =>
      transaction.query('insert into item values (1, $1) returning id', ['kept']),
    );
    expect(rows).toEqual([{ id: 1 }]);
    expect(await count()).toBe(1);
  });

  it('rolls back a transaction that throws, and throws the same error', async () => {
    const failure = new Error('on purpose');
    const before = await count();
    const outcome = database.transaction(async (transaction) => {
      await transaction.query('insert into item values (2)');
      throw failure;
    });
    await expect(outcome).rejects.toBe(failure);
    expect(await count()).toBe(before);
  });

  it('does not call a transaction done whose failed statement was ignored', async () => {
    const before = await count();
    const outcome = database.transaction(async (transaction) => {
      await transaction.query('insert into item values (3)');
      await transaction.query('select 1 / 0').catch(() => undefined);
    });
    await expect(outcome).rejects.toThrow('rolled back');
    expect(await count()).toBe(before);
  });

  it('refuses what would wait for itself: the database inside its own transaction', async () => {
    const refused = 'Inside a transaction';
    await expect(database.transaction(() => database.query('select 1'))).rejects.toThrow(refused);
    await expect(database.transaction(() => database.transaction(async () => 1))).rejects.toThrow(refused);
    await expect(database.query('select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('lets work that a transaction started go on after it, but not on the transaction', async () => {
    let later = Promise.resolve<unknown>(undefined);
    let over = Promise.resolve<unknown>(undefined);
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    await database.transaction(async (transaction) => {
      later = ended.then(() => database.query('select 1 as one'));
      over = ended.then(() => transaction.query('select 1'));
      over.catch(() => undefined);
    });
    end();
    await expect(later).resolves.toEqual([{ one: 1 }]);
    await expect(over).rejects.toThrow('over');
  });

  it('keeps the event loop free while a long statement runs', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    await database.query("select count(md5(n::text || 'x')) from generate_series(1, 1000000) n");
    clearInterval(timer);
    // A statement on this thread would leave room for none.
    expect(ticks).toBeGreaterThan(10);
  });
});

describe('closing', () => {
  it('lets accepted statements finish and refuses later ones', async () => {
    const database = await openEmptyTestDatabase();
    const accepted = Array.from({ length: 20 }, (_, n) => database.query('select $1::integer as n', [n]));
    const transaction = database.transaction((inner) => inner.query('select 1 as one'));
    await Promise.all([database.close(), database.close()]);
    expect(await Promise.all(accepted)).toEqual(accepted.map((_, n) => [{ n }]));
    expect(await transaction).toEqual([{ one: 1 }]);
    await expect(database.query('select 1')).rejects.toThrow(DatabaseUnavailableError);
  });
});

describe('a server that does not answer', () => {
  it('is a DatabaseUnavailableError', async () => {
    // Port 1 of loopback: nothing listens there.
    const outcome = openDatabase({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', dataDir: 'memory' });
    await expect(outcome).rejects.toThrow(DatabaseUnavailableError);
  });
});

const describeServer = process.env.TEST_DATABASE_URL ? describe : describe.skip;

describeServer('a server that cuts connections', () => {
  it('costs the statement that was under way, and no later one', async () => {
    const database = await openEmptyTestDatabase();
    const cut = 'select pg_terminate_backend(pg_backend_pid())';
    await expect(database.query(cut)).rejects.toThrow(DatabaseUnavailableError);
    await expect(database.transaction((inner) => inner.query(cut))).rejects.toThrow(DatabaseUnavailableError);
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('ends a statement that takes too long', async () => {
    const database = await openEmptyTestDatabase();
    expect(await database.query('show statement_timeout')).toEqual([{ statement_timeout: '30s' }]);
    await database.close();
  });
});
