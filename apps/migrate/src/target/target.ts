import {
  AuthenticationError,
  ConnectionError,
  createClient,
  type GroundwireClient,
  GroundwireError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  RequestTimeoutError,
  ServerError,
  UpstreamError,
} from '@groundwire/client';
import { MigrateError } from '../migrate-error.ts';
import { type Fault, type Patience, retrying } from '../retrying.ts';

export interface TargetAddress {
  baseUrl: string;
  token: string;
}

/** A batch may wait for a vendor's embeddings. */
const TIMEOUT_MS = 300_000;

/** The Groundwire that a project moves to. */
export class Target {
  readonly #client: GroundwireClient;

  constructor(
    readonly address: TargetAddress,
    private readonly patience: Patience,
  ) {
    this.#client = createClient({ ...address, timeoutMs: TIMEOUT_MS });
  }

  /** @throws {NotFoundError} or {InvalidRequestError} as they come, for callers who know what to do; else MigrateError. */
  async ask<Answer>(send: (client: GroundwireClient, signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    const { signal } = this.patience;
    try {
      return await retrying(() => send(this.#client, signal), judge, this.patience);
    } catch (error) {
      signal.throwIfAborted();
      throw this.#inWords(error);
    }
  }

  /** Undefined when there is none such. */
  async find<Answer>(
    send: (client: GroundwireClient, signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    try {
      return await this.ask(send);
    } catch (error) {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    }
  }

  #inWords(error: unknown): unknown {
    const { baseUrl } = this.address;
    if (!(error instanceof GroundwireError)) return error;
    if (error instanceof NotFoundError || error instanceof InvalidRequestError) return error;
    if (error instanceof AuthenticationError) {
      return new MigrateError(`${baseUrl} refuses the token. ${HOW_TO_GET_ONE}`);
    }
    return new MigrateError(`Groundwire at ${baseUrl}: ${error.message}`);
  }
}

export const HOW_TO_GET_ONE =
  'Give one in GROUNDWIRE_TOKEN; for a server of this checkout, `npm run -s token -- --sub <you>` makes one.';

function judge(error: unknown): Fault | undefined {
  if (!(error instanceof GroundwireError)) return undefined;
  const { retryAfterMs, status, type } = error;
  const why = `Groundwire answered ${status ?? 'nothing'}`;
  if (error instanceof RateLimitError || type === 'idempotency_conflict') return { why, retryAfterMs, isTurn: true };
  const mayPass = [ConnectionError, RequestTimeoutError, ServerError, UpstreamError].some(
    (each) => error instanceof each,
  );
  return mayPass && status !== 400 ? { why, retryAfterMs } : undefined;
}
