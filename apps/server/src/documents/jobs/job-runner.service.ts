import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { LlmError } from '@groundwire/llm';
import { Problem } from '../../http/problems/problem.ts';
import { Drain } from '../../http/drain.ts';
import { LOGGER, type Logger } from '../../logging.ts';
import { UnreadableError } from '../parsing/unreadable-error.ts';
import { FileReader, type JobState } from './file-reader.service.ts';
import { type Job, JobsStore } from './jobs.store.ts';
import { LostJobError } from './lost-job-error.ts';

/** Attempts that may end with this process's death: it is hardly ever the file's fault, which has a thread of its own. */
const MAX_ATTEMPTS = 20;
/** Attempts that may end for a reason that may pass. */
const MAX_FAILURES = 6;
/** Jobs of other replicas that died become free some time; ours wake us. */
const POLL_INTERVAL_MS = 5_000;
const HEARTBEAT_MS = 2_000;
const FIRST_RETRY_SECONDS = 2;

const LASTING: ReadonlySet<string> = new Set(['insufficient_quota', 'price_unknown']);

const OUR_FAULT = 'The file could not be read because of an error on our side. Delete it and send it again.';
const TOO_OFTEN = `The server stopped ${MAX_ATTEMPTS} times while it read this file.`;

/** Reads files one after the other, as long as the process runs. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stopping = new AbortController();
  #isWoken = false;
  #wake: () => void = () => undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: JobsStore,
    private readonly reader: FileReader,
    private readonly drain: Drain,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.drain.signal.addEventListener('abort', () => {
      this.#stopping.abort();
      this.wake();
    });
    await this.store.recover();
    for (const fileId of await this.store.findWithLeftPieces()) await this.store.dropPieces(fileId);
    this.#running = this.#run();
  }

  /** The job under way is given back at once, for the next start or another replica. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await this.#running;
  }

  /** There may be a new job. */
  wake(): void {
    this.#isWoken = true;
    this.#wake();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const job = await this.store.claim().catch((error: unknown) => {
        this.logger.error({ err: error }, 'no job can be claimed');
        return undefined;
      });
      if (job === undefined) await this.#sleep();
      else await this.#carryOut(job).catch((error: unknown) => this.logger.error({ err: error }, 'a job was left'));
    }
  }

  async #sleep(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    const timer = setTimeout(resolve, POLL_INTERVAL_MS).unref();
    // Whoever woke us while we looked for a job may have brought one that we did not see.
    if (!this.#isWoken) await promise;
    clearTimeout(timer);
    this.#isWoken = false;
  }

  async #carryOut(job: Job): Promise<void> {
    if (job.attempts > MAX_ATTEMPTS) return this.store.fail(job, TOO_OFTEN);
    const state: JobState = { done: 0 };
    const lost = new AbortController();
    const heart = setInterval(() => {
      this.store.renew(job, state.done).catch((error: unknown) => {
        if (error instanceof LostJobError) lost.abort(error);
      });
    }, HEARTBEAT_MS);
    try {
      await this.reader.read(job, state, AbortSignal.any([this.#stopping.signal, lost.signal]));
    } catch (error) {
      await this.#end(job, error);
    } finally {
      clearInterval(heart);
      await this.store.dropPieces(job.id);
    }
  }

  async #end(job: Job, error: unknown): Promise<void> {
    if (error instanceof LostJobError) return;
    if (this.#stopping.signal.aborted) return this.store.release(job, { waitSeconds: 0, counts: false });
    if (error instanceof UnreadableError) {
      this.logger.warn({ file: job.id, type: job.type, cause: error.cause }, 'a file cannot be read');
      return this.store.fail(job, error.message);
    }
    // A budget in the way, or a price that is not known, will still be so in a minute.
    if (error instanceof Problem && LASTING.has(error.code)) return this.store.fail(job, error.message);
    this.logger.error({ err: error, file: job.id }, 'reading a file failed');
    if (error instanceof LlmError && !error.retryable) return this.store.fail(job, error.message);
    if (job.attempts >= MAX_FAILURES) return this.store.fail(job, OUR_FAULT);
    await this.store.release(job, { waitSeconds: FIRST_RETRY_SECONDS * 2 ** (job.attempts - 1), counts: true });
  }
}
