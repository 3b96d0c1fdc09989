import { LlmError, type LlmErrorKind } from '../../llm-error.ts';
import type { VendorFailure } from '../../types.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';

const FILTERED: ReadonlySet<unknown> = new Set(['content_filter', 'content_policy_violation']);
const OUT_OF_CREDIT: ReadonlySet<unknown> = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'quota_exceeded',
]);

export const MESSAGES: Record<LlmErrorKind, string> = {
  auth: "does not accept this server's key or account",
  rate_limit: 'accepts no more requests from this server for now',
  invalid_request: 'rejected the request',
  unsupported: 'cannot do what was asked',
  not_found: 'does not know this model, or its base URL is wrong',
  overloaded: 'is overloaded',
  timeout: 'did not answer in time',
  network: 'could not be reached',
  malformed: 'answered with something that is not its wire',
  upstream: 'failed',
  content_filter: 'stopped the request in its content filter',
  cancelled: 'was cancelled',
};

/** A vendor's refusal in our words; of its own only the name of a parameter of our contract is repeated. */
export function toError(failure: VendorFailure): LlmError {
  const { provider, status, retryAfterMs } = failure;
  const error = errorObject(parseJson(failure.body));
  const kind = kindOf(status, error);
  return new LlmError(kind, `\`${provider}\` ${MESSAGES[kind]}.`, {
    provider,
    status,
    retryAfterMs,
    retryable: failure.retryAllowed && isRetryable(status, error),
    param: kind === 'not_found' ? 'model' : paramOf(error, failure.knownNames),
  });
}

/** An error that came with a success status: inside a stream, or as a whole answer (OpenRouter does so). */
export function fromErrorObject(given: unknown, provider: string): LlmError {
  const error = errorObject({ error: given });
  const status = [error['status'], error['code']].map(Number).find((code) => code >= 400 && code < 600);
  const kind = status === undefined ? 'upstream' : kindOf(status, error);
  return new LlmError(kind, `\`${provider}\` ${MESSAGES[kind]}.`, { provider, status });
}

function kindOf(status: number, { code, type }: JsonObject): LlmErrorKind {
  if (status === 401 || status === 402 || status === 403) return 'auth';
  if (status === 404) return 'not_found';
  if (status === 429) return 'rate_limit';
  if (status === 503 || status === 529) return 'overloaded';
  if (status !== 400 && status !== 413 && status !== 422) return 'upstream';
  return FILTERED.has(code) || FILTERED.has(type) ? 'content_filter' : 'invalid_request';
}

function isRetryable(status: number, { code, type }: JsonObject): boolean {
  if (status === 408 || status === 409 || status >= 500) return true;
  return status === 429 && !OUT_OF_CREDIT.has(code) && !OUT_OF_CREDIT.has(type);
}

// OpenAI says `messages[0].content`, Mistral's 422 has a list of places, Gemini an array of errors without names.
function paramOf({ param }: JsonObject, knownNames: ReadonlySet<string>): string | undefined {
  const name = typeof param === 'string' ? /^[a-z_]+/.exec(param)?.[0] : undefined;
  return name !== undefined && knownNames.has(name) ? name : undefined;
}

function errorObject(body: unknown): JsonObject {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (!isObject(first)) return {};
  return isObject(first['error']) ? first['error'] : first;
}
