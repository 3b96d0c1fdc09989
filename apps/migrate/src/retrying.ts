import { setTimeout as sleep } from 'node:timers/promises';

/** A failure after which the same call may work. */
export interface Fault {
  /** For the progress line: `answered 503`. */
  why: string;
  /** How long the other side asks to be left alone. */
  retryAfterMs?: number | undefined;
  /** It is only a matter of waiting: a rate limit, or the same request still under way. */
  isTurn?: boolean;
}

/** How long to go on trying, and how. */
export interface Patience {
  /** Doubled after each failure. */
  firstWaitMs: number;
  signal: AbortSignal;
  /** Told before each wait. */
  onWait: (why: string, waitMs: number) => void;
}

const MOST_ATTEMPTS = 7;
const LONGEST_WAIT_MS = 60_000;
/** A Groundwire that died within a request frees its key after 15 minutes; limits of vendors are by the minute. */
const LONGEST_TURN_MS = 20 * 60_000;

/** Does `work` until it succeeds, or fails in a way that `judge` finds final, or has failed too often: then throws its error. */
export async function retrying<Result>(
  work: () => Promise<Result>,
  judge: (error: unknown) => Fault | undefined,
  { firstWaitMs, signal, onWait }: Patience,
): Promise<Result> {
  const started = performance.now();
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      const fault = judge(error);
      if (fault === undefined) throw error;
      const elapsedMs = performance.now() - started;
      const mayGoOn = fault.isTurn ? elapsedMs < LONGEST_TURN_MS : attempt < MOST_ATTEMPTS;
      if (!mayGoOn) throw error;
      const waitMs = fault.retryAfterMs ?? Math.min(firstWaitMs * 2 ** (attempt - 1), LONGEST_WAIT_MS);
      onWait(fault.why, waitMs);
      await sleep(waitMs, undefined, { signal });
    }
  }
}
