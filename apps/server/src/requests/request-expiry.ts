import type { Config } from '../config.ts';
import type { ExpiryRule } from '../retention/expiry.service.ts';

/** A request is kept for `REQUEST_LOG_TTL_DAYS`; 0 is for ever. */
export function requestExpiry({ requestLog }: Pick<Config, 'requestLog'>): ExpiryRule {
  return { what: 'requests', maxAgeDays: requestLog.ttlDays || undefined, batch: 500 };
}
