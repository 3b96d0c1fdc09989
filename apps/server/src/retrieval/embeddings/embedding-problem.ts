import { LlmError, type LlmErrorKind } from '@groundwire/llm';
import type { ProblemCode } from '@groundwire/client';
import { Problem } from '../../http/problems/problem.ts';

const CODES: Partial<Record<LlmErrorKind, ProblemCode>> = {
  rate_limit: 'upstream_unavailable',
  overloaded: 'upstream_unavailable',
  network: 'upstream_unavailable',
  timeout: 'upstream_timeout',
  malformed: 'upstream_invalid_response',
};

/**
 * What the caller of an ingestion learns of an embedding model that failed: 502, 503 or 504, for it chose neither the model
 * nor the request. Any other error, and a caller's own leaving, stays what it is.
 */
export function embeddingProblem(error: unknown): unknown {
  if (!(error instanceof LlmError) || error.kind === 'cancelled') return error;
  const { kind, status, retryAfterMs } = error;
  const detail = `Nothing was stored, because it could not be embedded. ${error.message}`;
  return new Problem(CODES[kind] ?? 'upstream_error', detail, {
    ...(kind === 'network' && { status: 502 }),
    ...(kind === 'upstream' && status === 408 && { status: 504 }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    cause: error,
  });
}
