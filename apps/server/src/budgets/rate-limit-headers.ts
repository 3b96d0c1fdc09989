import type { LimitKind } from './limit.ts';
import type { LimitUse } from './budgets.store.ts';

const KINDS: readonly LimitKind[] = ['requests', 'tokens', 'budget'];

/**
 * How the limits stand, in OpenAI's headers (developers.openai.com/api/docs/guides/rate-limits, "Rate limits in headers",
 * read 2026-11-26), and the same for budgets. Of two limits of a kind, the one that leaves less is told.
 */
export function rateLimitHeaders(uses: readonly LimitUse[]): Record<string, string> {
  return Object.fromEntries(
    KINDS.flatMap((kind) => {
      const [tightest] = uses
        .filter((use) => use.kind === kind)
        .toSorted((one, other) => Number(one.remaining) - Number(other.remaining));
      if (tightest === undefined) return [];
      const { most, remaining, resetMs } = tightest;
      return [
        [`x-ratelimit-limit-${kind}`, most],
        [`x-ratelimit-remaining-${kind}`, remaining],
        ...(resetMs === null ? [] : [[`x-ratelimit-reset-${kind}`, durationOf(resetMs)]]),
      ];
    }),
  ) as Record<string, string>;
}

/** As Go writes durations, and so OpenAI: `1h2m3s`, `6m0s`, `1s`, `120ms`. */
export function durationOf(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.ceil(ms))}ms`;
  const seconds = Math.ceil(ms / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  if (hours > 0) return `${hours}h${minutes}m${seconds % 60}s`;
  return minutes > 0 ? `${minutes}m${seconds % 60}s` : `${seconds % 60}s`;
}
