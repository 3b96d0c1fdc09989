import { Agent } from 'undici';
import { LlmError } from './llm-error.ts';
import { connectionError } from './transport/connection-error.ts';
import { open, type UpstreamRequest } from './transport/connection.ts';
import { EventScanner } from './transport/event-scanner.ts';
import { Patience } from './transport/patience.ts';
import { expectType, readJson, type Reply } from './transport/reply.ts';
import type { LlmSettings, StreamDecoder, StreamPart } from './types.ts';

// The only way out, and the hot path. Not the `openai` client: it costs several hundred µs a call, parses and rebuilds
// every chunk, ends silently on a cut stream and has no idle limit (measured: docs/decisions/0003).

export type TransportLimits = Pick<LlmSettings, 'headersTimeoutMs' | 'idleTimeoutMs' | 'totalTimeoutMs' | 'maxRetries'>;

const MAX_EVENT_BYTES = 8 * 1024 * 1024;
const KEEP_ALIVE_MS = 30_000;
const LINGER_MS = 250;

/** Keeps connections alive, follows no redirect, retries only what had not begun to answer. */
export class Transport {
  readonly #agent: Agent;
  readonly #limits: TransportLimits;

  constructor(limits: TransportLimits) {
    this.#limits = limits;
    this.#agent = new Agent({
      keepAliveTimeout: KEEP_ALIVE_MS,
      connect: { timeout: limits.headersTimeoutMs },
      // Every fault of the tests was tried over HTTP/1.1 only.
      allowH2: false,
    });
  }

  /** The JSON of a 2xx reply. Throws `LlmError`. */
  async fetchJson(
    request: UpstreamRequest,
    signal: AbortSignal,
    overrides?: Partial<TransportLimits>,
  ): Promise<unknown> {
    const limits = { ...this.#limits, ...overrides };
    const patience = new Patience(signal, limits, request.provider);
    let body: Reply['body'] | undefined;
    try {
      const reply = await open(this.#agent, request, patience, limits);
      body = reply.body;
      expectType(reply, 'json', request.provider);
      return await readJson(reply, patience, request.provider);
    } catch (error) {
      throw explain(error, request.provider, patience);
    } finally {
      patience.end();
      body?.destroy();
    }
  }

  /** The decoded events of a 2xx reply, pulled: while nobody asks, the socket is paused. Throws `LlmError`. */
  async *stream(
    request: UpstreamRequest,
    signal: AbortSignal,
    decoder: StreamDecoder,
  ): AsyncGenerator<StreamPart, void> {
    const patience = new Patience(signal, this.#limits, request.provider);
    let body: Reply['body'] | undefined;
    try {
      const reply = await open(this.#agent, request, patience, this.#limits);
      body = reply.body;
      expectType(reply, 'event-stream', request.provider);
      const scanner = new EventScanner(MAX_EVENT_BYTES, request.provider);
      const chunks = body[Symbol.asyncIterator]();
      while (!decoder.done) {
        const next = await patience.wait(chunks.next());
        if (next.done) break;
        for (const event of scanner.push(next.value as Buffer)) yield* decoder.decode(event);
      }
      yield* decoder.end();
      await linger(body, chunks);
    } catch (error) {
      throw explain(error, request.provider, patience);
    } finally {
      patience.end();
      body?.destroy();
    }
  }

  /** Cuts what is still open. */
  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

/** Lets a reply that said everything end by itself, so that its connection can be used again. */
async function linger(body: Reply['body'], chunks: AsyncIterator<unknown>): Promise<void> {
  const timer = setTimeout(() => body.destroy(), LINGER_MS);
  await chunks.next().catch(() => undefined);
  clearTimeout(timer);
}

/** An abort looks like any broken connection: the one who gave up knows better. */
function explain(error: unknown, provider: string, patience: Patience): LlmError {
  if (patience.reason !== undefined) return patience.reason;
  return error instanceof LlmError ? error : connectionError(error, provider, 'reading');
}
