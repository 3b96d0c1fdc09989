import type { Config } from '../config.ts';
import type { ExpiryRule } from '../retention/expiry.service.ts';

/** Thinking is kept for `THINKING_TTL_DAYS`; with 0 there is none. */
export function thinkingExpiry({ thinkingTtlDays }: Pick<Config, 'thinkingTtlDays'>): ExpiryRule {
  return { what: 'thinking', maxAgeDays: thinkingTtlDays, batch: 100 };
}
