import { LlmError } from '../llm-error.ts';

const TIMEOUTS = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);
const NEVER_SENT = new Set(['UND_ERR_INVALID_ARG', 'ERR_INVALID_ARG_VALUE', 'ERR_INVALID_URL', 'ERR_INVALID_CHAR']);

/** What undici or the socket threw, in our words. Its own object is not kept: it may hold bytes, addresses, headers. */
export function connectionError(error: unknown, provider: string, phase: 'connecting' | 'reading'): LlmError {
  const { code, name } = (error ?? {}) as { code?: string; name?: string };
  const cause = code ?? name;
  const retryable = phase === 'connecting';
  if (TIMEOUTS.has(cause ?? '')) {
    return new LlmError('timeout', `\`${provider}\` did not answer in time.`, { provider, retryable, cause });
  }
  if (NEVER_SENT.has(cause ?? '')) {
    return new LlmError('upstream', `The address or key of \`${provider}\` cannot be used.`, { provider, cause });
  }
  if (cause?.startsWith('HPE_') || name === 'HTTPParserError') {
    return new LlmError('malformed', `\`${provider}\` does not speak HTTP.`, { provider, cause });
  }
  const what = phase === 'connecting' ? 'could not be reached' : 'broke off in the middle of its answer';
  return new LlmError('network', `\`${provider}\` ${what}.`, { provider, retryable, cause });
}
