import { LlmError } from '../llm-error.ts';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
const LONGEST_RETRY_AFTER_MS = 5_000;

/**
 * The pause before the next attempt, or undefined when there must be none. 0.5 s doubled each time, up to 8 s, minus
 * up to a quarter so that callers who failed together do not come back together; a vendor's Retry-After wins.
 */
export function retryPauseMs(
  error: unknown,
  attempt: number,
  maxRetries: number,
  random = Math.random,
): number | undefined {
  if (!(error instanceof LlmError) || !error.retryable || attempt >= maxRetries) return undefined;
  if (error.retryAfterMs === undefined) {
    return Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS) * (1 - random() / 4);
  }
  return error.retryAfterMs <= LONGEST_RETRY_AFTER_MS ? error.retryAfterMs : undefined;
}
