import type { Config } from '../config.ts';
import type { ExpiryRule } from '../retention/expiry.service.ts';

/** A conversation may rest for `CONVERSATION_TTL_DAYS`; 0 is for ever. Each is removed with all its turns. */
export function conversationExpiry({ conversationTtlDays }: Pick<Config, 'conversationTtlDays'>): ExpiryRule {
  return { what: 'conversations', maxAgeDays: conversationTtlDays || undefined, batch: 20 };
}
