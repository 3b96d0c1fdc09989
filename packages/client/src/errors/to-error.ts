import {
  AuthenticationError,
  ConnectionError,
  GroundwireError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  ServerError,
  UpstreamError,
} from './groundwire-error.ts';
import type { GroundwireErrorDetails } from './groundwire-error.ts';
import type { ProblemCode } from '../gen/types.gen.ts';
import { parseProblem } from './parse-problem.ts';

/**
 * Makes the one error for whatever went wrong in a call.
 * @param failure The parsed (or unparsable) body of an answer that is no success, or what was thrown.
 * @param response The answer, when there was one.
 */
export function toError(failure: unknown, response?: Response): GroundwireError {
  if (failure instanceof GroundwireError) return failure;
  if (!response) return new ConnectionError(`The server could not be reached${codeOf(failure)}.`, { cause: failure });

  const status = response.status;
  const requestId = response.headers.get('x-request-id') ?? undefined;
  if (response.ok) {
    const message = failure instanceof SyntaxError ? 'The answer is not JSON.' : 'The answer was lost on the way.';
    const ErrorClass = failure instanceof SyntaxError ? ServerError : ConnectionError;
    return new ErrorClass(message, { status, requestId, cause: failure });
  }
  return problemToError(failure, { status, requestId, retryAfterMs: readRetryAfterMs(response.headers) });
}

/** The system's code behind a failed `fetch`, such as ECONNREFUSED; its words may quote headers, so they stay out. */
function codeOf(failure: unknown): string {
  const { code } = ((failure as Error | undefined)?.cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? ` (${code})` : '';
}

/** Makes the error for a problem's body: of an answer, or of an error frame in a stream, which has no status. */
export function problemToError(body: unknown, known: GroundwireErrorDetails = {}): GroundwireError {
  const { message, ...problem } = parseProblem(body);
  const ErrorClass = errorOfType.get(problem.type) ?? errorOfStatus(known.status);
  return new ErrorClass(message ?? `The server answered ${known.status ?? 'with an error'}.`, { ...known, ...problem });
}

/** Types that say more than their status, or that come in an error frame, which has none. */
const errorOfType: ReadonlyMap<string | undefined, typeof GroundwireError> = new Map<
  ProblemCode,
  typeof GroundwireError
>([
  ['invalid_request_error', InvalidRequestError],
  ['authentication_error', AuthenticationError],
  ['not_found', NotFoundError],
  ['model_not_found', NotFoundError],
  ['request_too_large', InvalidRequestError],
  ['unsupported_media_type', InvalidRequestError],
  ['upstream_rejected_request', UpstreamError],
  ['upstream_error', UpstreamError],
  ['upstream_rate_limited', RateLimitError],
  ['upstream_unavailable', UpstreamError],
  ['upstream_timeout', UpstreamError],
  ['upstream_invalid_response', UpstreamError],
]);

/** For answers without a type we know: AskYoda's 404, a newer server's, and whatever a proxy in between says. */
function errorOfStatus(status: number | undefined): typeof GroundwireError {
  if (status === 401 || status === 403) return AuthenticationError;
  if (status === 404) return NotFoundError;
  if (status === 429) return RateLimitError;
  if (status !== undefined && status >= 400 && status < 500) return InvalidRequestError;
  return ServerError;
}

/** Reads `retry-after-ms`, or `retry-after` in seconds or as a date (RFC 9110, 10.2.3). */
function readRetryAfterMs(headers: Headers): number | undefined {
  const milliseconds = headers.get('retry-after-ms');
  const retryAfter = headers.get('retry-after');
  const candidates = [
    milliseconds && Number(milliseconds),
    retryAfter && Number(retryAfter) * 1000,
    retryAfter && Date.parse(retryAfter) - Date.now(),
  ];
  const waitMs = candidates.find((candidate) => typeof candidate === 'number' && Number.isFinite(candidate));
  return typeof waitMs === 'number' ? Math.max(0, waitMs) : undefined;
}
