import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, type Logger } from '../../logging.ts';
import { DocumentsStore } from '../documents.store.ts';
import { JobsStore } from '../jobs/jobs.store.ts';

/** A replica may die while others run on: they remove what it left. */
const INTERVAL_MS = 10 * 60_000;

/** By id: unfinished documents, and files that are read already but whose bytes are still there. */
interface Leftovers {
  documents: string[];
  files: string[];
}

/** Removes what processes left behind that died. Nobody sees any of it, so nobody has to wait until it is gone. */
@Injectable()
export class RecoveryService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stopping = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> = Promise.resolve();

  constructor(
    private readonly documents: DocumentsStore,
    private readonly jobs: JobsStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Looks before anything else is begun: in PGlite, what is unfinished now is a dead process's, and never later. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.#find();
    this.#round = this.#remove(left).catch((error: unknown) => this.#report(error));
    if (this.documents.hasOneSession) return;
    this.#timer = setInterval(() => {
      this.#round = this.#round
        .then(async () => this.#remove(await this.#find()))
        .catch((error: unknown) => this.#report(error));
    }, INTERVAL_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort();
    await this.#round;
  }

  /** Resolves when what was found is removed. */
  settled(): Promise<void> {
    return this.#round;
  }

  async #find(): Promise<Leftovers> {
    await this.jobs.removeUnreceived();
    return { documents: await this.documents.findAbandoned(), files: await this.jobs.findWithLeftPieces() };
  }

  async #remove({ documents, files }: Leftovers): Promise<void> {
    const { signal } = this.#stopping;
    await this.documents.discard(documents, () => {
      signal.throwIfAborted();
      return Promise.resolve();
    });
    for (const fileId of files) {
      signal.throwIfAborted();
      await this.jobs.dropPieces(fileId);
    }
  }

  #report(error: unknown): void {
    if (!this.#stopping.signal.aborted) this.logger.error({ err: error }, 'leftovers could not be removed');
  }
}
