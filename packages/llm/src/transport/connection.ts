import type { Agent } from 'undici';
import type { LlmError } from '../llm-error.ts';
import type { LlmSettings, VendorFailure } from '../types.ts';
import { connectionError } from './connection-error.ts';
import type { Patience } from './patience.ts';
import { type Reply, readFailure } from './reply.ts';
import { retryPauseMs } from './retry.ts';

export interface UpstreamRequest {
  provider: string;
  method: 'GET' | 'POST';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** Reads a refusal for its meaning. */
  toError(failure: Pick<VendorFailure, 'status' | 'body' | 'retryAfterMs' | 'retryAllowed'>): LlmError;
}

/** A 2xx reply whose body has not been read; retries until its headers are there. Throws `LlmError`. */
export async function open(
  agent: Agent,
  request: UpstreamRequest,
  patience: Patience,
  limits: Pick<LlmSettings, 'headersTimeoutMs' | 'maxRetries'>,
): Promise<Reply> {
  for (let retries = 0; ; retries++) {
    try {
      return await attempt(agent, request, patience, limits.headersTimeoutMs);
    } catch (error) {
      const pauseMs = retryPauseMs(error, retries, limits.maxRetries);
      if (pauseMs === undefined) throw error;
      await patience.pause(pauseMs);
    }
  }
}

async function attempt(
  agent: Agent,
  request: UpstreamRequest,
  patience: Patience,
  headersTimeout: number,
): Promise<Reply> {
  const { provider, method, url, headers, body } = request;
  const reply = await send().catch((error: unknown) => {
    throw patience.reason ?? connectionError(error, provider, 'connecting');
  });
  // An aborted body emits `error` even when nobody reads it any more.
  reply.body.on('error', () => undefined);
  if (reply.statusCode >= 200 && reply.statusCode < 300) return reply;
  const failure = await readFailure(reply, patience);
  throw patience.reason ?? request.toError(failure);

  async function send(): Promise<Reply> {
    const { origin, pathname, search } = new URL(url);
    // The body's silence is measured by `patience`, which knows who is waiting for whom.
    const timeouts = { headersTimeout, bodyTimeout: 0 };
    return agent.request({
      origin,
      path: pathname + search,
      method,
      headers,
      body,
      signal: patience.signal,
      ...timeouts,
    });
  }
}
