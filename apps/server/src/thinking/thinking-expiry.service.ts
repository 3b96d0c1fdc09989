import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { LOGGER, type Logger } from '../logging.ts';
import { ThinkingStore } from './thinking.store.ts';

const INTERVAL_MS = 3_600_000;
/** So few at a time that no other statement waits long for PGlite's one session. */
const BATCH = 100;

/** Removes thinking that is older than `THINKING_TTL_DAYS`: at the start and every hour. */
@Injectable()
export class ThinkingExpiryService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isStopping = false;

  constructor(
    private readonly store: ThinkingStore,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.#begin();
    this.#timer = setInterval(() => this.#begin(), INTERVAL_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    await this.#round;
  }

  /** Batch after batch, until nothing is left that is too old. */
  async removeExpired(): Promise<void> {
    let removed = BATCH;
    while (removed === BATCH && !this.#isStopping) {
      removed = await this.store.removeExpired(this.config.thinkingTtlDays, BATCH);
    }
  }

  #begin(): void {
    this.#round = this.#round
      .then(() => this.removeExpired())
      .catch((error: unknown) => this.log.error({ err: error }, 'old thinking could not be removed'));
  }
}
