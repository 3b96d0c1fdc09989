import type { ChildProcess } from 'node:child_process';
import { EventEmitter, on } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { MAX_HEAP_MB, MAX_PICTURE_READER_MB, MAX_READER_MB, MAX_READING_MS, MAX_SILENCE_MS } from './limits.ts';
import { OutOfMemoryError } from './out-of-memory-error.ts';
import type { ReaderMessage, ReaderRequest, ReaderTask } from './process/reader-messages.ts';
import { startReader } from './process/start-reader.ts';
import { UnreadableError } from './unreadable-error.ts';

/** What comes of a file, without the messages that end it. */
export type Found = Exclude<ReaderMessage, { kind: 'unreadable' | 'end' }>;

/** A file to read, which stays the caller's to close. */
export interface ReaderInput extends ReaderTask {
  handle: FileHandle;
}

/** What the process that reads may take, if it is less than is usual for the type. */
export interface ReaderLimits {
  memoryMb?: number;
  silenceMs?: number;
}

const WITH_PICTURES: readonly string[] = ['pdf', 'image'];

/**
 * Reads a file in a process of its own, which goes on when the next item is asked for. Throws UnreadableError for a file
 * that cannot be read or takes too long, OutOfMemoryError for one that needs too much; the signal's reason when it fires.
 */
export async function* readFile(
  { handle, ...task }: ReaderInput,
  signal: AbortSignal,
  { memoryMb = Infinity, silenceMs = MAX_SILENCE_MS }: ReaderLimits = {},
): AsyncGenerator<Found> {
  signal.throwIfAborted();
  const maxMemoryMb = Math.min(memoryMb, WITH_PICTURES.includes(task.type) ? MAX_PICTURE_READER_MB : MAX_READER_MB);
  const reader = startReader(handle.fd, maxMemoryMb);
  const watch = new Watch(reader, maxMemoryMb, silenceMs);
  // One that is dying does not listen; that it died is heard by the watch.
  const ask = (request: ReaderRequest): boolean => reader.send(request, () => undefined);
  try {
    ask(task);
    for await (const [message] of on(watch, 'message', { signal }) as AsyncIterable<[ReaderMessage]>) {
      if (message.kind === 'unreadable') throw new UnreadableError(message.message, { cause: message.cause });
      if (message.kind === 'end') return;
      watch.pause();
      yield message;
      watch.resume();
      if (message.kind === 'chunks') ask('go on');
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    watch.pause();
    reader.kill('SIGKILL');
    await watch.ended;
  }
}

/** The process's messages, and an error when it dies or is silent for too long. Time that we take does not count. */
class Watch extends EventEmitter {
  /** Resolves when the process is gone, or was never there. */
  readonly ended: Promise<void>;
  #timer: NodeJS.Timeout | undefined;
  readonly #endsAt = Date.now() + MAX_READING_MS;
  readonly #maxSilenceMs: number;

  constructor(reader: ChildProcess, maxMemoryMb: number, maxSilenceMs: number) {
    super();
    this.#maxSilenceMs = maxSilenceMs;
    reader.on('message', (message) => {
      this.resume();
      this.emit('message', message);
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    const end = (error: Error): void => {
      resolve();
      this.emit('error', error);
    };
    reader.on('error', end);
    // Not 'exit', which may come before what it said last.
    reader.on('close', (code, death) => end(errorOf(code, death, maxMemoryMb)));
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

function errorOf(code: number | null, death: NodeJS.Signals | null, maxMemoryMb: number): Error {
  switch (death) {
    // Its watchdog's, or the system's own when memory ends.
    case 'SIGKILL':
      return new OutOfMemoryError(maxMemoryMb);
    // V8's, when the heap is full.
    case 'SIGABRT':
      return new OutOfMemoryError(MAX_HEAP_MB);
    case 'SIGTERM':
    case 'SIGINT':
    case 'SIGHUP':
      return new Error(`The process that read the file was ended from outside: ${death}.`);
    default:
      return new UnreadableError('The file cannot be read.', { cause: death ?? `exit code ${code}` });
  }
}
