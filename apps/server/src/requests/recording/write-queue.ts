import type { Logger } from '../../logging.ts';

/** Rows that are waiting are held in memory: no more than these, whatever the database does. */
const MAX_ROWS = 10_000;
const MAX_CHARACTERS = 32 * 1024 * 1024;
/** One statement's share: so few that no other statement waits long for PGlite's one session. */
const BATCH_ROWS = 200;
const BATCH_CHARACTERS = 1024 * 1024;

const DELAY_MS = 200;
const MAX_RETRY_DELAY_MS = 30_000;
/** How often the last rows are tried when the server stops. */
const LAST_TRIES = 3;

/** Stores rows; returns how many cannot be stored at all. Rejects when the database is out of reach. */
type Write = (rows: readonly string[]) => Promise<number>;

/**
 * Rows on their way to the database, written soon and together. When it is out of reach they are kept and tried again;
 * when there are too many of them, the ones that come later are lost, and how many is said in the log.
 */
export class WriteQueue {
  readonly #rows: string[] = [];
  #characters = 0;
  #lost = 0;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<boolean> | undefined;

  constructor(
    private readonly write: Write,
    private readonly log: Logger,
    private readonly maxRows = MAX_ROWS,
  ) {}

  /** Does not wait for the database, and never throws. */
  add(row: string): void {
    if (this.#rows.length >= this.maxRows || this.#characters + row.length > MAX_CHARACTERS) {
      this.#lost += 1;
      return;
    }
    this.#rows.push(row);
    this.#characters += row.length;
    this.#schedule(DELAY_MS);
  }

  /** Whether all that was added before is written; false when the database is out of reach. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#rows.length === 0) return Promise.resolve(true);
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  /** For the end of the process: what cannot be written now is lost. */
  async finish(): Promise<void> {
    for (let tries = 0; tries < LAST_TRIES; tries++) if (await this.flush()) break;
    clearTimeout(this.#timer);
    this.#lost += this.#rows.length;
    this.#reportLost();
  }

  async #writeAll(): Promise<boolean> {
    try {
      while (this.#rows.length > 0) {
        const batch = this.#nextBatch();
        this.#lost += await this.write(batch);
        this.#rows.splice(0, batch.length);
        for (const row of batch) this.#characters -= row.length;
      }
      this.#failures = 0;
      return true;
    } catch (error) {
      this.log.error({ err: error, waiting: this.#rows.length }, 'requests could not be recorded yet');
      this.#schedule(Math.min(1_000 * 2 ** this.#failures++, MAX_RETRY_DELAY_MS));
      return false;
    } finally {
      // In the same breath as the last look at the rows: whoever adds one from now on begins anew.
      this.#writing = undefined;
      this.#reportLost();
    }
  }

  #nextBatch(): string[] {
    let characters = 0;
    const past = this.#rows.findIndex((row) => (characters += row.length) > BATCH_CHARACTERS);
    return this.#rows.slice(0, Math.min(BATCH_ROWS, past < 0 ? BATCH_ROWS : Math.max(past, 1)));
  }

  #schedule(delayMs: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), delayMs).unref();
  }

  #reportLost(): void {
    if (this.#lost > 0) this.log.error({ lost: this.#lost }, 'requests were not recorded');
    this.#lost = 0;
  }
}
