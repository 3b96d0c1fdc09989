import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.ts';
import { LOGGER, type Logger } from '../../logging.ts';
import { type Arrival, RequestEntry } from './request-entry.ts';
import { RequestLogStore } from './request-log.store.ts';
import { toJson } from './to-json.ts';
import { WriteQueue } from './write-queue.ts';

/** How long a request whose connection was cut at the shutdown may take to notice. */
const LAST_ENTRIES_MS = 2_000;

/** The requests under way, and the way of those that have ended into the database: after their answer, and together. */
@Injectable()
export class RequestLogService implements BeforeApplicationShutdown {
  readonly #open = new Map<string, RequestEntry>();
  readonly #queue: WriteQueue;
  #whenNoneIsOpen: (() => void) | undefined;

  constructor(
    store: RequestLogStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'requestLog'>,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#queue = new WriteQueue((rows) => store.insert(rows), log);
  }

  begin(arrival: Arrival): RequestEntry {
    const entry = new RequestEntry(arrival, this.config.requestLog.keepsContent, (request) => {
      this.#open.delete(request.id);
      this.#queue.add(toJson(request));
      if (this.#open.size === 0) this.#whenNoneIsOpen?.();
    });
    this.#open.set(arrival.id, entry);
    return entry;
  }

  /** The request of that id; one that nobody reads when it is not recorded. */
  entryOf(requestId: string | null): RequestEntry {
    return (requestId === null ? undefined : this.#open.get(requestId)) ?? unrecorded();
  }

  /** Resolves when the requests of this process that have ended can be read, or cannot be written now. */
  async written(): Promise<void> {
    await this.#queue.flush();
  }

  /** Nothing that was answered is lost when the server stops. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.#open.size > 0) await this.#lastEntries();
    for (const entry of [...this.#open.values()]) {
      entry.closed(undefined, false);
      entry.settled(undefined);
    }
    await this.#queue.finish();
  }

  async #lastEntries(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#whenNoneIsOpen = resolve;
    const limit = setTimeout(resolve, LAST_ENTRIES_MS);
    await promise.finally(() => clearTimeout(limit));
  }
}

function unrecorded(): RequestEntry {
  const nowhere = { id: '', tenant: '', projectId: '', operation: 'generate', userAgent: null } as const;
  return new RequestEntry({ ...nowhere, arrivedAt: performance.now() }, false, () => undefined);
}
