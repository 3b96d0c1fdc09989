import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { asCallerError, DatabaseUnavailableError } from './database-unavailable-error.ts';
import { Database } from './database.ts';
import type { Queryable, StatementOptions } from './database.ts';

/**
 * The database behind a `pg` pool. Rows come with `pg`'s types, and `bigint` as a number when it is a safe one.
 * A value for a `json` or `jsonb` column must be passed through JSON.stringify: `pg` would send an array as a Postgres
 * array and a text as broken JSON.
 */
export class PgDatabase extends Database {
  readonly engine: 'postgres' | 'pglite';
  readonly #pool: Pool;
  readonly #afterClose: () => Promise<void>;
  readonly #current = new AsyncLocalStorage<PgTransaction>();
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(engine: 'postgres' | 'pglite', pool: Pool, afterClose: () => Promise<void>) {
    super();
    this.engine = engine;
    this.#pool = pool;
    this.#afterClose = afterClose;
    // Broken connections are replaced by the pool and reported by the statements on them. Both events would end the
    // process without a listener: the pool's own covers idle connections only.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => {
      client.on('error', () => undefined);
      // A connection that cannot be set up is broken, which its first statement reports.
      client.query(SESSION_SETTINGS).catch(() => undefined);
    });
  }

  /** @throws DatabaseUnavailableError when the connection fails; `pg`'s DatabaseError when the statement does. */
  query<Row = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
    options?: StatementOptions,
  ): Promise<Row[]> {
    return this.#withClient((client) => run<Row>(client, sql, values, options));
  }

  transaction<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result> {
    return this.#withClient(async (client) => {
      const transaction = new PgTransaction(client);
      try {
        await run(client, 'begin');
        const result = await this.#current.run(transaction, () => work(transaction));
        await transaction.commit();
        return result;
      } catch (error) {
        await transaction.rollback();
        throw error;
      }
    });
  }

  /** Lets accepted statements and transactions finish, then closes. What comes later is refused. */
  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  /** The pool would drop statements that still wait for a connection when it ends, hence the waiting. */
  async #finish(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#pool.end();
    await this.#afterClose();
  }

  async #withClient<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    this.#refuseInsideTransaction();
    if (this.#closing) throw new DatabaseUnavailableError(new Error('The database is closed.'));
    const task = this.#borrow(work);
    this.#underWay.add(task);
    try {
      return await task;
    } finally {
      this.#underWay.delete(task);
    }
  }

  async #borrow<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw new DatabaseUnavailableError(error);
    });
    // Not pool.query(), which drops the connection after every failed statement: here only broken ones are dropped.
    let isBroken = false;
    try {
      return await work(client);
    } catch (error) {
      isBroken = error instanceof DatabaseUnavailableError;
      throw error;
    } finally {
      client.release(isBroken);
    }
  }

  /** PGlite has one session: a second statement would wait for the transaction, which waits for the statement. */
  #refuseInsideTransaction(): void {
    if (!this.#current.getStore()?.isOpen) return;
    throw new Error('Inside a transaction only the transaction itself may be queried.');
  }
}

/**
 * Postgres' own cost of a random page is that of a turning disk: it would read whole tables where an index is many times
 * faster. Compiling a statement (jit) costs more than any statement of ours takes.
 */
const SESSION_SETTINGS = 'set random_page_cost = 1.1; set jit = off';

class PgTransaction implements Queryable {
  isOpen = true;
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async query<Row = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
    options?: StatementOptions,
  ): Promise<Row[]> {
    if (!this.isOpen) throw new Error('This transaction is over.');
    return run<Row>(this.#client, sql, values, options);
  }

  async commit(): Promise<void> {
    this.isOpen = false;
    const { command } = await execute(this.#client, 'commit');
    // Postgres answers COMMIT with ROLLBACK, and no error, when a statement had failed and its error was swallowed.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed.');
  }

  async rollback(): Promise<void> {
    this.isOpen = false;
    // A connection that cannot roll back is broken, and the server rolls back for it.
    await run(this.#client, 'rollback').catch(() => undefined);
  }
}

async function run<Row>(
  client: PoolClient,
  sql: string,
  values?: readonly unknown[],
  options?: StatementOptions,
): Promise<Row[]> {
  return (await execute(client, sql, values, options)).rows as Row[];
}

async function execute(
  client: PoolClient,
  sql: string,
  values?: readonly unknown[],
  { isOneOff = false }: StatementOptions = {},
): Promise<QueryResult> {
  try {
    const result = await (values === undefined
      ? client.query(sql)
      : client.query({ name: isOneOff ? undefined : statementName(sql), text: sql, values: [...values] }));
    // Several statements in one text yield an array of results, which the type declarations do not know.
    return [result].flat().at(-1)!;
  } catch (error) {
    throw asCallerError(error);
  }
}

const statementNames = new Map<string, string>();

/**
 * Statements with values have a name, so that a connection parses and plans each of them once: about a third of a small
 * query's cost. All but one-off statements are fixed texts, which keeps the map small.
 */
function statementName(sql: string): string {
  const name = statementNames.get(sql) ?? `groundwire_${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}
