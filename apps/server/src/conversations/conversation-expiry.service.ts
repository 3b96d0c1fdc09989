import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { LOGGER, type Logger } from '../logging.ts';
import { ConversationsStore } from './conversations.store.ts';

const INTERVAL_MS = 3_600_000;
/** So few at a time that no other statement waits long for PGlite's one session. */
const BATCH = 20;

/** Removes conversations that have rested for longer than `CONVERSATION_TTL_DAYS`: at the start and every hour. */
@Injectable()
export class ConversationExpiryService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isStopping = false;

  constructor(
    private readonly store: ConversationsStore,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.conversationTtlDays === 0) return;
    this.#begin();
    this.#timer = setInterval(() => this.#begin(), INTERVAL_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    await this.#round;
  }

  /** Batch after batch, until none is left that has rested too long. */
  async removeExpired(): Promise<void> {
    let removed = BATCH;
    while (removed === BATCH && !this.#isStopping) {
      removed = await this.store.removeExpired(this.config.conversationTtlDays, BATCH);
    }
  }

  #begin(): void {
    this.#round = this.#round
      .then(() => this.removeExpired())
      .catch((error: unknown) => this.log.error({ err: error }, 'old conversations could not be removed'));
  }
}
