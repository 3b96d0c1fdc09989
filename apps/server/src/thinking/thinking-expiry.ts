import type { Config } from '../config.ts';
import type { ExpiryRule } from '../retention/expiry.service.ts';

/** Outside stored conversations thinking is kept for `THINKING_TTL_DAYS`; with 0 there is none at all. */
export function thinkingExpiry({ thinkingTtlDays }: Pick<Config, 'thinkingTtlDays'>): ExpiryRule {
  return { what: 'thinking', maxAgeDays: thinkingTtlDays, batch: 100 };
}
