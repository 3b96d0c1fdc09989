import { setTimeout as wait } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, type Logger } from '../../logging.ts';
import { RemovalStore } from './removal.store.ts';

/** For projects of which another server had removed a part when it died. */
const INTERVAL_MS = 3_600_000;
/** The turn of those who wait for PGlite's one session. */
const PAUSE_MS = 5;

/** Removes what deleted projects hold, in the background. It goes on after a restart. */
@Injectable()
export class RemovalService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();
  #isStopping = false;

  constructor(
    private readonly store: RemovalStore,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.removeDeleted();
    this.#timer = setInterval(() => void this.removeDeleted(), INTERVAL_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    clearInterval(this.#timer);
    await this.#round;
  }

  /** Resolves when nothing is left of the projects that are deleted by now, or the server stops. Never rejects. */
  removeDeleted(): Promise<void> {
    this.#round = this.#round
      .then(() => this.#removeAll())
      .catch((error: unknown) => this.log.error({ err: error }, 'deleted projects could not be removed'));
    return this.#round;
  }

  async #removeAll(): Promise<void> {
    for (const projectId of await this.store.findDeleted()) {
      for await (const _ of this.store.removeBitByBit(projectId)) {
        if (this.#isStopping) return;
        if (this.store.hasOneSession) await wait(PAUSE_MS);
      }
    }
  }
}
