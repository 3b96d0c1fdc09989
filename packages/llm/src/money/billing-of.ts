import { LlmError } from '../llm-error.ts';

/**
 * Whether a vendor can ask money for a call that failed: it never saw it; it refused it, which none charges for; or nobody
 * knows.
 */
export type Billing = 'never-sent' | 'refused' | 'unknown';

const NEVER_CONNECTED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['UND_ERR_INVALID_ARG', 'ERR_INVALID_ARG_VALUE', 'ERR_INVALID_URL', 'ERR_INVALID_CHAR'],
]);
const OUR_REFUSALS = new Set(['unsupported', 'invalid_request', 'not_found']);
/** Something between us and the vendor may have lost patience while it worked. */
const TIMEOUTS = new Set([408, 504]);

export function billingOf(error: unknown): Billing {
  if (!(error instanceof LlmError)) return 'unknown';
  const { kind, status, cause } = error;
  if (NEVER_CONNECTED.has(String(cause)) || (status === undefined && OUR_REFUSALS.has(kind))) return 'never-sent';
  return status === undefined || TIMEOUTS.has(status) ? 'unknown' : 'refused';
}
