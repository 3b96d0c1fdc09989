import { setTimeout as sleep } from 'node:timers/promises';
import { LlmError } from '@groundwire/llm';

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 600_000;

/** How long to wait before the next attempt; twice as long each time. */
export function* growingWaits(): Generator<number, never> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) yield waitMs;
}

/** Work that is tried until the vendor answers, or until it is asked for anew: then the earlier attempt is given up. */
export class LatestAttempts {
  readonly #attempts = new Map<string, AbortController>();

  /**
   * Resolves when the work has succeeded, or was given up. `onFailure` is told of each failure of the vendor.
   * @throws what the work throws, unless it is a vendor's failure; and when `stop` fires
   */
  async make(
    key: string,
    stop: AbortSignal,
    work: (signal: AbortSignal) => Promise<void>,
    onFailure: (error: LlmError, waitMs: number) => void,
  ): Promise<void> {
    this.#attempts.get(key)?.abort();
    const attempt = new AbortController();
    this.#attempts.set(key, attempt);
    const signal = AbortSignal.any([attempt.signal, stop]);
    try {
      for (const waitMs of growingWaits()) {
        const failure = await work(signal).then(() => undefined, asFailure);
        if (failure === undefined || hasFired(signal)) break;
        onFailure(failure, waitMs);
        await sleep(waitMs, undefined, { signal }).catch(() => undefined);
        if (hasFired(signal)) break;
      }
    } finally {
      if (this.#attempts.get(key) === attempt) this.#attempts.delete(key);
    }
    stop.throwIfAborted();
  }
}

/** Anew each time: while one waits, it may fire. */
function hasFired({ aborted }: AbortSignal): boolean {
  return aborted;
}

function asFailure(error: unknown): LlmError {
  if (error instanceof LlmError) return error;
  throw error;
}
