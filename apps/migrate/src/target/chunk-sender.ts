import { randomUUID } from 'node:crypto';
import { type AddTextRequest, type GroundwireError, InvalidRequestError } from '@groundwire/client';
import type { SourceChunk } from '../source/source.ts';
import type { StateFile } from '../state/state.ts';
import { CAME_FROM } from './copied-chunks.ts';
import type { Target } from './target.ts';

/** A chunk that the server would not take, and why. */
export interface Refusal {
  id: string;
  reason: string;
}

const MOST_CHUNKS = 128;
/** A body may have 20 MB; a character of JSON up to six bytes. */
const MOST_CHARACTERS = 2_000_000;

/**
 * Sends chunks in batches, each under an idempotency key that the state names before the batch is sent: a batch that an
 * interruption left unanswered is sent again as the same request, which the server carries out once.
 */
export class ChunkSender {
  readonly refusals: Refusal[] = [];
  sent = 0;
  #batch: SourceChunk[] = [];
  #characters = 0;
  readonly #left: Map<string, SourceChunk | undefined>;
  readonly #leftKey: string | undefined;

  constructor(
    private readonly target: Target,
    private readonly projectId: string,
    private readonly sourceProjectId: string,
    private readonly stateFile: StateFile,
  ) {
    const { pending } = stateFile.state;
    this.#left = new Map(pending?.ids.map((id) => [id, undefined]));
    this.#leftKey = pending?.key;
  }

  async add(chunk: SourceChunk): Promise<void> {
    if (this.#left.has(chunk.id)) {
      this.#left.set(chunk.id, chunk);
      if ([...this.#left.values()].every((each) => each !== undefined)) await this.#sendLeft(this.#leftKey);
      return;
    }
    const length = chunk.text.length + JSON.stringify(chunk.metadata).length;
    const isFull = this.#batch.length === MOST_CHUNKS || this.#characters + length > MOST_CHARACTERS;
    if (isFull && this.#batch.length > 0) await this.#flush();
    this.#batch.push(chunk);
    this.#characters += length;
  }

  /** Sends what is left. */
  async end(): Promise<void> {
    // What is not complete any more is another request.
    if (this.#left.size > 0) await this.#sendLeft(undefined);
    if (this.#batch.length > 0) await this.#flush();
  }

  async #sendLeft(key: string | undefined): Promise<void> {
    const chunks = [...this.#left.values()].filter((each) => each !== undefined);
    this.#left.clear();
    if (chunks.length > 0) await this.#send(chunks, key);
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    this.#characters = 0;
    await this.#send(batch);
  }

  /** Halves a batch that is refused until the chunk at fault stands alone. */
  async #send(chunks: readonly SourceChunk[], key: string = randomUUID()): Promise<void> {
    await this.stateFile.save({ pending: { key, ids: chunks.map(({ id }) => id) } });
    try {
      await this.target.ask((client, signal) =>
        client.addText(this.projectId, this.#body(chunks), { signal, headers: { 'idempotency-key': key } }),
      );
      this.sent += chunks.length;
    } catch (error) {
      if (!(error instanceof InvalidRequestError)) throw error;
      if (isKeyReused(error)) return this.#send(chunks);
      if (chunks.length === 1) this.refusals.push({ id: chunks[0]!.id, reason: error.message });
      else {
        const half = Math.ceil(chunks.length / 2);
        await this.#send(chunks.slice(0, half));
        await this.#send(chunks.slice(half));
      }
    }
    await this.stateFile.save({ pending: null });
  }

  #body(chunks: readonly SourceChunk[]): AddTextRequest {
    return {
      texts: chunks.map(({ text }) => text),
      metadata: chunks.map(({ id, metadata }) => ({
        ...metadata,
        [CAME_FROM.project]: this.sourceProjectId,
        [CAME_FROM.chunk]: id,
      })),
      chunking: 'none',
    };
  }
}

/** The batch changed at the source since it was sent. */
function isKeyReused(error: GroundwireError): boolean {
  return error.type === 'idempotency_key_reused';
}
