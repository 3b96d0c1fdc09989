import type { Attempt, ProblemCode } from '@groundwire/client';
import type { Fault } from '@groundwire/dto';

/** The status of each code of the contract, and what to say when nobody said anything better. */
export const PROBLEMS: Readonly<Record<ProblemCode, { status: number; detail: string }>> = {
  invalid_request_error: { status: 400, detail: 'The request is not valid.' },
  unsupported_parameter: { status: 400, detail: 'The chosen provider cannot do this.' },
  authentication_error: { status: 401, detail: 'A valid bearer token is required.' },
  not_found: { status: 404, detail: 'Not Found' },
  model_not_found: { status: 404, detail: 'No such model.' },
  no_evidence: { status: 422, detail: "The project's documents hold nothing on this question." },
  request_timeout: { status: 408, detail: 'The request did not arrive in time.' },
  request_too_large: { status: 413, detail: 'The request is larger than 20 MB.' },
  unsupported_media_type: { status: 415, detail: 'Send the body as application/json.' },
  idempotency_conflict: { status: 409, detail: 'A request with this idempotency-key is under way. Ask again later.' },
  idempotency_key_reused: { status: 422, detail: 'This idempotency-key was used with another request.' },
  rate_limit_exceeded: { status: 429, detail: 'A limit of this project or its tenant is reached. Try again later.' },
  insufficient_quota: { status: 429, detail: 'The budget of this project or its tenant is spent.' },
  price_unknown: { status: 400, detail: 'A budget applies, and what this costs is not known.' },
  upstream_rejected_request: { status: 400, detail: 'The provider rejected the request.' },
  upstream_rate_limited: { status: 429, detail: 'The provider limits the rate of requests. Try again later.' },
  upstream_error: { status: 502, detail: 'The provider failed.' },
  upstream_invalid_response: { status: 502, detail: 'The provider sent an answer that cannot be understood.' },
  upstream_unavailable: { status: 503, detail: 'The provider is not available. Try again later.' },
  upstream_timeout: { status: 504, detail: 'The provider did not answer in time.' },
  server_shutting_down: { status: 503, detail: 'This server is shutting down. Try again.' },
  service_unavailable: { status: 503, detail: 'This server cannot reach its database. Try again later.' },
  internal_error: { status: 500, detail: 'Something went wrong on our side.' },
};

export interface ProblemOptions {
  /** The field at fault, e.g. `messages.0.role`. */
  param?: string;
  /** Every field at fault; `param` is the first of them when it is not given. */
  faults?: readonly Fault[];
  /** Replaces the table's status, where one code has several: a provider's 408 is our 504. */
  status?: number;
  retryAfterMs?: number;
  /** More headers of the answer. */
  headers?: Readonly<Record<string, string>>;
  /** Which models were asked, when the request named several. */
  attempts?: readonly Attempt[];
  /** For the log only. */
  cause?: unknown;
}

/** A failure with three audiences: `code` for programs, `message` for the caller, `cause` for the log. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly param: string | null;
  readonly faults: readonly Fault[];
  readonly retryAfterMs: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly attempts: readonly Attempt[] | undefined;

  constructor(
    readonly code: ProblemCode,
    detail: string = PROBLEMS[code].detail,
    options: ProblemOptions = {},
  ) {
    super(detail, { cause: options.cause });
    this.status = options.status ?? PROBLEMS[code].status;
    this.param = options.param ?? (options.faults?.[0] === undefined ? null : options.faults[0].path || 'body');
    this.faults = options.faults ?? (this.param === null ? [] : [{ path: this.param, message: detail }]);
    this.retryAfterMs = options.retryAfterMs;
    this.headers = options.headers ?? {};
    this.attempts = options.attempts;
  }
}
