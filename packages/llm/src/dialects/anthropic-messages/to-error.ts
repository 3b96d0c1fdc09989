import { LlmError, type LlmErrorKind } from '../../llm-error.ts';
import type { VendorFailure } from '../../types.ts';
import { isObject, type JsonObject, parseJson } from '../openai-chat/json.ts';
import { MESSAGES } from '../openai-chat/to-error.ts';

/** By `error.type`. What is missing (`api_error`, `timeout_error`) says less than the status does. */
const KINDS: Readonly<Record<string, LlmErrorKind>> = {
  authentication_error: 'auth',
  billing_error: 'auth',
  invalid_request_error: 'invalid_request',
  not_found_error: 'not_found',
  overloaded_error: 'overloaded',
  permission_error: 'auth',
  rate_limit_error: 'rate_limit',
  request_too_large: 'invalid_request',
};

const KINDS_BY_STATUS: Readonly<Record<number, LlmErrorKind>> = {
  400: 'invalid_request',
  401: 'auth',
  402: 'auth',
  403: 'auth',
  404: 'not_found',
  413: 'invalid_request',
  422: 'invalid_request',
  429: 'rate_limit',
  503: 'overloaded',
  529: 'overloaded',
};

/** Anthropic's names of parameters that the contract calls otherwise. */
const OUR_NAMES: Readonly<Record<string, string>> = {
  output_config: 'response_format',
  stop_sequences: 'stop',
  system: 'messages',
};

/** A refusal in our words; of Anthropic's own only the name of a parameter of our contract is repeated. */
export function toError(failure: VendorFailure): LlmError {
  const { provider, status, retryAfterMs, retryAllowed, knownNames } = failure;
  const error = errorOf(parseJson(failure.body));
  const kind = kindOf(error) ?? KINDS_BY_STATUS[status] ?? 'upstream';
  const isRetryable = status === 408 || status === 409 || status === 429 || status >= 500;
  return new LlmError(kind, `\`${provider}\` ${MESSAGES[kind]}.`, {
    provider,
    status,
    retryAfterMs,
    retryable: retryAllowed && isRetryable,
    param: kind === 'not_found' ? 'model' : paramOf(error, knownNames),
  });
}

/** An `error` event of a stream, whose status was a success. */
export function fromErrorEvent(event: JsonObject, provider: string): LlmError {
  const kind = kindOf(errorOf(event)) ?? 'upstream';
  return new LlmError(kind, `\`${provider}\` ${MESSAGES[kind]}.`, { provider });
}

/** An account without credit is told so as an invalid request (reported for years; 402 has a type of its own). */
function kindOf({ type, message }: JsonObject): LlmErrorKind | undefined {
  if (typeof message === 'string' && /credit balance is too low/i.test(message)) return 'auth';
  return typeof type === 'string' && Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
}

// Messages begin with the place: `messages.0.content: …`, `max_tokens: …`.
function paramOf({ message }: JsonObject, knownNames: ReadonlySet<string>): string | undefined {
  const name = typeof message === 'string' ? /^([a-z_]+)[.:]/.exec(message)?.[1] : undefined;
  const ours = name === undefined ? undefined : (OUR_NAMES[name] ?? name);
  return ours !== undefined && knownNames.has(ours) ? ours : undefined;
}

function errorOf(body: unknown): JsonObject {
  return isObject(body) && isObject(body['error']) ? body['error'] : {};
}
