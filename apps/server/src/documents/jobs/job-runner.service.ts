import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Drain } from '../../http/shutdown/drain.ts';
import { LOGGER, type Logger } from '../../logging.ts';
import { Doorbell } from './doorbell.ts';
import { JobAttempts } from './job-attempts.service.ts';
import { JobsStore } from './jobs.store.ts';
import { type Lane, LANES } from './lanes.ts';

/** Jobs of other replicas that died become free some time; ours wake us. */
const POLL_INTERVAL_MS = 5_000;

/** Reads files in two lanes, in each of them one after the other, as long as the process runs. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stopping = new AbortController();
  readonly #doorbells = LANES.map(() => new Doorbell());
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: JobsStore,
    private readonly attempts: JobAttempts,
    private readonly drain: Drain,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.drain.signal.addEventListener('abort', () => this.#stop());
    await this.store.freeLeases();
    this.#running = Promise.all(LANES.map((lane, at) => this.#run(lane, this.#doorbells[at]!)));
  }

  /** The jobs under way are given back at once, for the next start or another replica. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stop();
    await this.#running;
  }

  /** There may be a new job. */
  wake(): void {
    for (const doorbell of this.#doorbells) doorbell.ring();
  }

  #stop(): void {
    this.#stopping.abort();
    this.wake();
  }

  async #run(lane: Lane, doorbell: Doorbell): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const job = await this.store.claim(lane.maxBytes).catch((error: unknown) => {
        this.logger.error({ err: error }, 'no job can be claimed');
        return undefined;
      });
      if (job === undefined) {
        await doorbell.wait(POLL_INTERVAL_MS);
        continue;
      }
      await this.attempts.make(job, lane, signal).catch((error: unknown) => {
        this.logger.error({ err: error }, 'a job was left');
      });
      // It may have been left to the others.
      if (lane.maxMemoryMb !== undefined) this.wake();
    }
  }
}
