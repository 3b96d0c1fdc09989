import { HttpException } from '@nestjs/common';
import type { ProblemCode } from '@groundwire/client';
import { LlmError, type LlmErrorKind } from '@groundwire/llm';
import { Problem } from './problem.ts';

/** The one place where an error of any origin becomes a Problem. What it does not know is a bug: `internal_error`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof LlmError) return fromLlmError(error);
  return new Problem(codeOfStatus(statusOf(error)) ?? 'internal_error', undefined, { cause: error });
}

const CODE_OF_KIND: Readonly<Record<LlmErrorKind, ProblemCode>> = {
  auth: 'upstream_error',
  rate_limit: 'upstream_rate_limited',
  invalid_request: 'upstream_rejected_request',
  unsupported: 'unsupported_parameter',
  not_found: 'model_not_found',
  overloaded: 'upstream_unavailable',
  timeout: 'upstream_timeout',
  network: 'upstream_unavailable',
  malformed: 'upstream_invalid_response',
  upstream: 'upstream_error',
  content_filter: 'upstream_rejected_request',
  cancelled: 'upstream_error',
};

function fromLlmError(error: LlmError): Problem {
  // Without a vendor's status the refusal is our own: nothing was sent.
  const ours = error.kind === 'invalid_request' && error.status === undefined;
  const status = gatewayStatus(error);
  return new Problem(ours ? 'invalid_request_error' : CODE_OF_KIND[error.kind], error.message, {
    ...(status === undefined ? {} : { status }),
    ...(error.param === undefined ? {} : { param: error.param }),
    ...(error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs }),
    cause: error.cause ?? error,
  });
}

/** What a gateway answers in place of the code's usual status. */
function gatewayStatus({ kind, status }: LlmError): number | undefined {
  if (kind === 'network') return 502;
  return kind === 'upstream' && status === 408 ? 504 : undefined;
}

/** The status that Fastify, Nest or our database gave an error; undefined for any other error. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : undefined;
}

function codeOfStatus(status: number | undefined): ProblemCode | undefined {
  if (status === 404 || status === 405) return 'not_found';
  if (status === 408) return 'request_timeout';
  if (status === 413) return 'request_too_large';
  if (status === 415) return 'unsupported_media_type';
  if (status === 503) return 'service_unavailable';
  return status !== undefined && status >= 400 && status < 500 ? 'invalid_request_error' : undefined;
}
