import { RequestAbortedError, RequestTimeoutError } from './errors/groundwire-error.ts';

/** How long a call may make its caller wait, and the one signal that ends it. */
export interface Deadline {
  /** Aborts, with a typed error as its reason, when a wait took too long or the caller aborted. */
  readonly signal: AbortSignal;
  /** Waits for `work`, at most `timeoutMs`. Rejects with the signal's reason once that has aborted. */
  within<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Ends the call, whatever is still under way, and stops listening to the caller's signal. */
  end(): void;
}

/** The longest delay of a timer in Node and in browsers; theirs fire at once above it. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * A deadline for one call. The clock runs only inside `within`: a caller who reads a stream slowly loses nothing.
 * @param timeoutMs Longest single wait; `Infinity` for none.
 * @param caller The caller's own signal.
 */
export function createDeadline(timeoutMs: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const onAbort = (): void =>
    controller.abort(new RequestAbortedError('The call was aborted.', { cause: caller?.reason as unknown }));
  const onTimeout = (): void =>
    controller.abort(new RequestTimeoutError(`Nothing came from the server for ${timeoutMs} ms.`));
  if (caller?.aborted) onAbort();
  else caller?.addEventListener('abort', onAbort, { once: true });

  return {
    signal,
    within: async (work) => {
      signal.throwIfAborted();
      const timer = timeoutMs <= LONGEST_TIMER_MS ? setTimeout(onTimeout, timeoutMs) : undefined;
      try {
        return await work();
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
    end: () => {
      caller?.removeEventListener('abort', onAbort);
      controller.abort();
    },
  };
}
