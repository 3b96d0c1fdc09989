import { EventEmitter, on } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { MAX_HEAP_MB, MAX_READING_MS, MAX_SILENCE_MS } from './limits.ts';
import type { ReaderInput, ReaderMessage, ReaderRequest } from './thread/reader-messages.ts';
import { UnreadableError } from './unreadable-error.ts';

/** What comes of a file, without the messages that end it. */
export type Found = Exclude<ReaderMessage, { kind: 'unreadable' | 'end' }>;

/**
 * Reads a file in a thread of its own, which goes on when the next item is asked for. Throws UnreadableError for a file
 * that cannot be read, needs too much memory or takes too long; the signal's reason when it fires.
 */
export async function* readFile(
  input: ReaderInput,
  signal: AbortSignal,
  maxSilenceMs = MAX_SILENCE_MS,
): AsyncGenerator<Found> {
  signal.throwIfAborted();
  // Built, this file and the worker end in .js; in tests both are TypeScript, whose types Node strips.
  const entry = new URL(`./thread/reader-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(entry, {
    workerData: input,
    transferList: [input.handle],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    // What libraries print about a file does not belong into the log.
    stdout: true,
    stderr: true,
  });
  const watch = new Watch(worker, maxSilenceMs);
  try {
    for await (const [message] of on(watch, 'message', { signal, close: ['end'] }) as AsyncIterable<[ReaderMessage]>) {
      if (message.kind === 'unreadable') throw new UnreadableError(message.message, { cause: message.cause });
      if (message.kind === 'end') return;
      watch.pause();
      yield message;
      watch.resume();
      if (message.kind === 'chunks') worker.postMessage('go on' satisfies ReaderRequest);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    watch.pause();
    await worker.terminate();
  }
}

/** The worker's messages, and an error when it dies or is silent for too long. Time that we take does not count. */
class Watch extends EventEmitter {
  #timer: NodeJS.Timeout | undefined;
  readonly #endsAt = Date.now() + MAX_READING_MS;

  readonly #maxSilenceMs: number;

  constructor(worker: Worker, maxSilenceMs: number) {
    super();
    this.#maxSilenceMs = maxSilenceMs;
    worker.stdout.resume();
    worker.stderr.resume();
    worker.on('message', (message) => {
      this.resume();
      this.emit('message', message);
    });
    worker.on('error', (error) => this.emit('error', deathOf(error)));
    worker.on('exit', (code) => code !== 0 && this.emit('error', new UnreadableError('The file cannot be read.')));
    // What it emits after the reading was given up concerns nobody.
    this.on('error', () => this.pause());
    this.resume();
  }

  pause(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    this.pause();
    const waitMs = Math.max(0, Math.min(this.#maxSilenceMs, this.#endsAt - Date.now()));
    this.#timer = setTimeout(() => this.emit('error', new UnreadableError('Reading the file takes too long.')), waitMs);
  }
}

function deathOf(error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) return error;
  return new UnreadableError(`Reading the file needs more than ${MAX_HEAP_MB} MB of memory.`);
}
