import { Problem } from '../http/problems/problem.ts';
import type { AskedLimit } from './budgets.store.ts';

const WORDS = { requests: 'requests', tokens: 'tokens', budget: 'US dollars' };

/**
 * The refusal (429) of a call for which `refused` have no room, in the words of the one that it must wait for longest.
 * `standing`: how all limits stand, as headers.
 */
export function limitProblem(refused: readonly AskedLimit[], standing: Readonly<Record<string, string>>): Problem {
  const [limit] = refused.toSorted((one, other) => waitOf(other) - waitOf(one)) as [AskedLimit];
  const { kind, neverFits, resetMs } = limit;
  // OpenAI's words: its SDKs and many clients know them (platform.openai.com/docs/guides/error-codes, read 2026-11-26).
  const code = kind === 'budget' ? 'insufficient_quota' : 'rate_limit_exceeded';
  const isInVain = neverFits || kind === 'budget';
  return new Problem(code, detailOf(limit), {
    // Waiting does not help a call that is too large.
    ...(!neverFits && resetMs !== null && { retryAfterMs: resetMs }),
    headers: { ...standing, ...(isInVain && { 'x-should-retry': 'false' }) },
  });
}

function waitOf({ neverFits, resetMs }: AskedLimit): number {
  return neverFits ? Infinity : (resetMs ?? Number.MAX_VALUE);
}

function detailOf({ scope, kind, period, most, remaining, neverFits }: AskedLimit): string {
  const each = period === 'total' ? 'in all' : `per ${period}`;
  const limit = `The ${scope}'s limit is ${most} ${WORDS[kind]} ${each}`;
  if (neverFits) return `${limit}, and this call alone may take more: name a smaller max_tokens, or ask for less.`;
  if (kind === 'requests') return `${limit}, and it is reached.`;
  return `${limit}; ${remaining} are left, and this call may take more.`;
}
