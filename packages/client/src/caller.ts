import { createDeadline } from './deadline.ts';
import type { Client } from './gen/client/index.ts';
import type { ChatCompletionChunk } from './gen/types.gen.ts';
import { readChunks } from './streaming/read-chunks.ts';

/** Settings of one call. */
export interface CallOptions {
  /** Aborting it ends the call, and the work behind it, with a `RequestAbortedError`. */
  signal?: AbortSignal;
  /** Replaces the client's own `timeoutMs` for this call. */
  timeoutMs?: number;
  /** Added to the client's own headers. */
  headers?: Readonly<Record<string, string>>;
}

/** What every generated operation is called with. */
export interface Call {
  client: Client;
  throwOnError: true;
  signal: AbortSignal;
  headers: Readonly<Record<string, string>> | undefined;
}

/** Sends the calls of one client, each within its deadline. */
export class Caller {
  constructor(
    private readonly client: Client,
    private readonly timeoutMs: number,
  ) {}

  async ask<Data>(options: CallOptions = {}, send: (call: Call) => Promise<{ data: Data }>): Promise<Data> {
    const deadline = createDeadline(options.timeoutMs ?? this.timeoutMs, options.signal);
    try {
      const { data } = await deadline.within(() => send(this.#call(deadline.signal, options)));
      return data;
    } finally {
      deadline.end();
    }
  }

  async *stream(
    options: CallOptions = {},
    send: (call: Call & { parseAs: 'stream' }) => Promise<{ response: Response }>,
  ): AsyncGenerator<ChatCompletionChunk, void, undefined> {
    const deadline = createDeadline(options.timeoutMs ?? this.timeoutMs, options.signal);
    try {
      const call = { ...this.#call(deadline.signal, options), parseAs: 'stream' as const };
      const { response } = await deadline.within(() => send(call));
      yield* readChunks(response, deadline);
    } finally {
      deadline.end();
    }
  }

  #call(signal: AbortSignal, { headers }: CallOptions): Call {
    return { client: this.client, throwOnError: true, signal, headers };
  }
}
