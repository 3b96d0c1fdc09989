import { Inject, Injectable } from '@nestjs/common';
import { LlmError } from '@groundwire/llm';
import { Problem } from '../../http/problems/problem.ts';
import { LOGGER, type Logger } from '../../logging.ts';
import { DocumentsStore } from '../documents.store.ts';
import { OutOfMemoryError } from '../parsing/out-of-memory-error.ts';
import { UnreadableError } from '../parsing/unreadable-error.ts';
import { FileReader, type JobState } from './file-reader.service.ts';
import { type Job, JobsStore } from './jobs.store.ts';
import type { Lane } from './lanes.ts';
import { LostJobError } from './lost-job-error.ts';

/** Attempts that may end with this process's death: it is hardly ever the file's fault, which has a process of its own. */
const MAX_ATTEMPTS = 20;
/** Attempts that may end for a reason that may pass. */
const MAX_FAILURES = 6;
const HEARTBEAT_MS = 2_000;
const FIRST_RETRY_SECONDS = 2;

const LASTING: ReadonlySet<string> = new Set(['insufficient_quota', 'price_unknown']);

const OUR_FAULT = 'The file could not be read because of an error on our side. Delete it and send it again.';
const TOO_OFTEN = `The server stopped ${MAX_ATTEMPTS} times while it read this file.`;

/** One attempt at a job: its lease is renewed as long as the file is read, and how it ended is written down. */
@Injectable()
export class JobAttempts {
  constructor(
    private readonly store: JobsStore,
    private readonly documents: DocumentsStore,
    private readonly reader: FileReader,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** When `stopping` fires, the job is given back at once. Throws when the database fails: the lease ends by itself. */
  async make(job: Job, lane: Lane, stopping: AbortSignal): Promise<void> {
    const state: JobState = { done: 0 };
    const lost = new AbortController();
    const heart = setInterval(() => {
      this.store.renew(job, state.done).catch((error: unknown) => {
        if (error instanceof LostJobError) lost.abort(error);
      });
    }, HEARTBEAT_MS);
    const signal = AbortSignal.any([stopping, lost.signal]);
    try {
      if (job.attempts > MAX_ATTEMPTS) await this.#fail(job, TOO_OFTEN, signal);
      else await this.reader.read(job, lane, state, signal);
    } catch (error) {
      await this.#end(job, lane, error, signal).catch((later: unknown) => this.#giveBack(job, later, stopping));
    } finally {
      clearInterval(heart);
      await this.store.dropPieces(job.id);
    }
  }

  async #end(job: Job, lane: Lane, error: unknown, signal: AbortSignal): Promise<void> {
    if (error instanceof LostJobError || signal.aborted) throw error;
    if (error instanceof OutOfMemoryError && lane.maxMemoryMb !== undefined) {
      return this.store.release(job, { waitSeconds: 0, counts: true });
    }
    if (error instanceof UnreadableError) {
      this.logger.warn({ file: job.id, type: job.type, cause: error.cause }, 'a file cannot be read');
      return this.#fail(job, error.message, signal);
    }
    // A budget in the way, or a price that is not known, will still be so in a minute.
    if (error instanceof Problem && LASTING.has(error.code)) return this.#fail(job, error.message, signal);
    this.logger.error({ err: error, file: job.id }, 'reading a file failed');
    if (error instanceof LlmError && !error.retryable) return this.#fail(job, error.message, signal);
    if (job.attempts >= MAX_FAILURES) return this.#fail(job, OUR_FAULT, signal);
    await this.store.release(job, { waitSeconds: FIRST_RETRY_SECONDS * 2 ** (job.attempts - 1), counts: true });
  }

  /** Nothing of it stays staged: nobody would remove it before the file is deleted. */
  async #fail(job: Job, message: string, signal: AbortSignal): Promise<void> {
    await this.documents.discard([job.id], this.store.holding(job, signal));
    await this.store.fail(job, message);
  }

  async #giveBack(job: Job, error: unknown, stopping: AbortSignal): Promise<void> {
    if (error instanceof LostJobError) return;
    if (!stopping.aborted) throw error;
    await this.store.release(job, { waitSeconds: 0, counts: false });
  }
}
