/**
 * Why a call failed, in terms that do not depend on the vendor: `upstream` is a failure on the vendor's side that has
 * no better name, `malformed` an answer that is not its wire, `network` a connection that failed or broke, `unsupported`
 * a request that was not sent, because this provider cannot carry it out.
 */
export type LlmErrorKind =
  | 'auth'
  | 'rate_limit'
  | 'invalid_request'
  | 'unsupported'
  | 'not_found'
  | 'overloaded'
  | 'timeout'
  | 'network'
  | 'malformed'
  | 'upstream'
  | 'content_filter'
  | 'cancelled';

export interface LlmErrorOptions {
  provider?: string;
  /** The vendor's HTTP status, when there was one. */
  status?: number;
  retryable?: boolean;
  retryAfterMs?: number;
  /** The request field that is at fault, e.g. `model`. */
  param?: string;
  /** A short code for the log, never a vendor's text. */
  cause?: unknown;
}

/**
 * A failed call. `message` is fit for the caller: our own words, never the vendor's. The error never holds request
 * headers or bodies.
 */
export class LlmError extends Error {
  override readonly name = 'LlmError';
  readonly kind: LlmErrorKind;
  readonly provider: string | undefined;
  readonly status: number | undefined;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly param: string | undefined;

  constructor(kind: LlmErrorKind, message: string, options: LlmErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.provider = options.provider;
    this.status = options.status;
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.param = options.param;
  }
}
