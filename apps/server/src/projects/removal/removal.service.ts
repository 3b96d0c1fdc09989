import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, type Logger } from '../../logging.ts';
import { Rounds } from '../../http/shutdown/rounds.ts';
import { RemovalStore } from './removal.store.ts';

/** For projects of which another server had removed a part when it died. */
const INTERVAL_MS = 3_600_000;

/** Removes what deleted projects hold, in the background. It goes on after a restart. */
@Injectable()
export class RemovalService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #rounds = new Rounds(
    () => this.#removeAll(),
    (error) => this.log.error({ err: error }, 'deleted projects could not be removed'),
  );
  #isStopping = false;

  constructor(
    private readonly store: RemovalStore,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.removeDeleted();
    this.#rounds.repeat(INTERVAL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    await this.#rounds.stop();
  }

  /** Resolves when nothing is left of the projects that are deleted by now, or the server stops. Never rejects. */
  removeDeleted(): Promise<void> {
    return this.#rounds.begin();
  }

  async #removeAll(): Promise<void> {
    for (const projectId of await this.store.findDeleted()) {
      for await (const _ of this.store.removeBitByBit(projectId)) {
        if (this.#isStopping) return;
      }
    }
  }
}
