import type { BeforeApplicationShutdown, FactoryProvider, OnApplicationBootstrap, Type } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { LOGGER, type Logger } from '../logging.ts';
import { Rounds } from '../http/shutdown/rounds.ts';

const INTERVAL_MS = 3_600_000;

/** A store whose entries grow old. */
export interface Expiring {
  /** Removes at most `limit` entries that are older; returns how many. */
  removeExpired(maxAgeDays: number, limit: number): Promise<number>;
}

export interface ExpiryRule {
  /** For the log, in the plural. */
  what: string;
  /** Undefined: they are kept for ever. */
  maxAgeDays: number | undefined;
  /** How many at a time: so few that no other statement waits long for PGlite's one session. */
  batch: number;
}

/** Removes what a store has kept for long enough: at the start and every hour. */
export class ExpiryService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #rounds = new Rounds(
    () => this.removeExpired(),
    (error) => this.log.error({ err: error }, `old ${this.rule.what} could not be removed`),
  );
  #isStopping = false;

  constructor(
    private readonly store: Expiring,
    private readonly rule: ExpiryRule,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.rule.maxAgeDays === undefined) return;
    void this.#rounds.begin();
    this.#rounds.repeat(INTERVAL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    await this.#rounds.stop();
  }

  /** Batch after batch, until nothing is left that is too old. */
  async removeExpired(): Promise<void> {
    const { maxAgeDays, batch } = this.rule;
    if (maxAgeDays === undefined) return;
    let removed = batch;
    while (removed === batch && !this.#isStopping) removed = await this.store.removeExpired(maxAgeDays, batch);
  }
}

/** The expiry of a module's store, as one of its providers. */
export function expiryOf(
  store: Type<Expiring>,
  ruleOf: (config: Config) => ExpiryRule,
): FactoryProvider<ExpiryService> {
  return {
    provide: Symbol(`expiry of ${store.name}`),
    inject: [store, CONFIG, LOGGER],
    useFactory: (expiring: Expiring, config: Config, log: Logger) => new ExpiryService(expiring, ruleOf(config), log),
  };
}
