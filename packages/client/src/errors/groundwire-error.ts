import type { ProblemCode } from '../gen/types.gen.ts';

/** What is known about a failure. Nothing here ever holds the token, a prompt or a request header. */
export interface GroundwireErrorDetails {
  /** HTTP status; absent when no answer came, and for an error frame inside a stream. */
  status?: number;
  /** The problem's kind, for programs; absent when the answer did not name one. A newer server may know more kinds. */
  type?: ProblemCode | (string & {});
  /** OpenAI's `code`, where the server sent one. */
  code?: string | null;
  /** The faulty field, for example `messages.0.role` (paths under `/v1`). */
  param?: string | null;
  /** Faulty fields and what is wrong with each (paths under `/v2`). */
  fields?: Readonly<Record<string, readonly string[]>>;
  /** Names the request in the server's log (`x-request-id`). */
  requestId?: string;
  /** How long to wait before trying again, when the server said so. */
  retryAfterMs?: number;
  cause?: unknown;
}

/** Any failure of a call. Every error this package throws is one. */
export class GroundwireError extends Error {
  override readonly name: string = 'GroundwireError';
  readonly status: number | undefined;
  readonly type: ProblemCode | (string & {}) | undefined;
  readonly code: string | null;
  readonly param: string | null;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, details: GroundwireErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.status = details.status;
    this.type = details.type;
    this.code = details.code ?? null;
    this.param = details.param ?? null;
    this.fields = details.fields ?? {};
    this.requestId = details.requestId;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** The request breaks the contract: `fields` or `param` names where. */
export class InvalidRequestError extends GroundwireError {
  override readonly name = 'InvalidRequestError';
}

/** The token is missing, malformed or not accepted; the server does not tell which. */
export class AuthenticationError extends GroundwireError {
  override readonly name = 'AuthenticationError';
}

/** No such project, chunk or model; or not yours, which looks the same. */
export class NotFoundError extends GroundwireError {
  override readonly name = 'NotFoundError';
}

/** The model's provider limits the rate: wait `retryAfterMs` when it is given. */
export class RateLimitError extends GroundwireError {
  override readonly name = 'RateLimitError';
}

/** The model's provider failed, refused the request or did not answer in time. */
export class UpstreamError extends GroundwireError {
  override readonly name = 'UpstreamError';
}

/** Groundwire failed, is shutting down, or something else answered in its place. */
export class ServerError extends GroundwireError {
  override readonly name = 'ServerError';
}

/** No answer came: refused, unreachable, or lost on the way. */
export class ConnectionError extends GroundwireError {
  override readonly name: string = 'ConnectionError';
}

/** Nothing came for `timeoutMs`. */
export class RequestTimeoutError extends ConnectionError {
  override readonly name = 'RequestTimeoutError';
}

/** You aborted the call; `cause` is your signal's reason. */
export class RequestAbortedError extends GroundwireError {
  override readonly name = 'RequestAbortedError';
}

/** A stream ended before its answer did. What was received is not the whole answer. */
export class StreamInterruptedError extends GroundwireError {
  override readonly name = 'StreamInterruptedError';
}
