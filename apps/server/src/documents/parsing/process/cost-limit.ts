import { MAX_CPU_MS, MAX_CPU_MS_PER_MB, SMALL_FILE_MB } from '../limits.ts';
import { UnreadableError } from '../unreadable-error.ts';

const MB = 1024 * 1024;

/** What reading a file may cost: signs of life do not help one that makes much work of few bytes. */
export class CostLimit {
  readonly #mostMs: number;
  readonly #spentMs: () => number;

  /** @param spentMs what this thread has computed so far: waiting, for other threads too, does not count */
  constructor(byteCount: number, spentMs = threadTimeMs) {
    this.#mostMs = MAX_CPU_MS + Math.max(0, byteCount / MB - SMALL_FILE_MB) * MAX_CPU_MS_PER_MB;
    this.#spentMs = spentMs;
  }

  /** Throws UnreadableError once the file has cost more. */
  check(): void {
    if (this.#spentMs() > this.#mostMs) throw new UnreadableError('Reading the file takes too long.');
  }
}

/** What this thread has computed since it began. */
export function threadTimeMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
