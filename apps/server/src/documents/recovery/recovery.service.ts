import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LOGGER, type Logger } from '../../logging.ts';
import { DocumentsStore } from '../documents.store.ts';
import { Rounds } from '../../http/shutdown/rounds.ts';
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
  readonly #rounds = new Rounds(
    async () => this.#remove(await this.#find()),
    (error) => this.#report(error),
  );

  constructor(
    private readonly documents: DocumentsStore,
    private readonly jobs: JobsStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Looks before anything else is begun: in PGlite, what is unfinished now is a dead process's, and never later. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.#find();
    void this.#rounds.begin(() => this.#remove(left));
    if (!this.documents.hasOneSession) this.#rounds.repeat(INTERVAL_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#rounds.stop();
  }

  /** Resolves when what was found is removed. */
  settled(): Promise<void> {
    return this.#rounds.settled();
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
