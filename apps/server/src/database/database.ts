import { setTimeout as sleep } from 'node:timers/promises';

/** Something that runs SQL: the database, or one transaction of it. */
export interface Queryable {
  /** Runs one statement with `$1`-style values and returns its rows. */
  query<Row = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
    options?: StatementOptions,
  ): Promise<Row[]>;
}

export interface StatementOptions {
  /** The text was put together for this one call: it is planned for its values, and not kept for the next time. */
  isOneOff?: boolean;
}

/** The one way to Postgres, whether it is a server or PGlite in this process. Nest injects it by this class. */
export abstract class Database implements Queryable {
  abstract readonly engine: 'postgres' | 'pglite';
  abstract query<Row = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
    options?: StatementOptions,
  ): Promise<Row[]>;
  /**
   * Runs `work` in a transaction: commits when it resolves, rolls back when it throws. PGlite has one session, so keep
   * transactions short and never wait for anything but the database inside one.
   */
  abstract transaction<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result>;
  abstract close(): Promise<void>;

  /** Whether everybody waits while a statement runs. */
  get hasOneSession(): boolean {
    return this.engine === 'pglite';
  }

  /**
   * For work in many small transactions: the turn of those who wait for the one session. What they want takes several
   * statements one after the other; without the pause each of them would wait for another transaction.
   */
  async giveWay(): Promise<void> {
    if (this.hasOneSession) await sleep(PAUSE_MS);
  }
}

const PAUSE_MS = 5;
