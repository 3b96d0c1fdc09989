import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { ChunkVectorsStore, type NewVector } from '../embeddings/chunk-vectors.store.ts';
import { EmbeddingsService } from '../embeddings/embeddings.service.ts';
import { type IndexEntry as LexicalEntry, LexicalIndexStore, type Transaction } from '../lexical-index.store.ts';

/** A chunk as the index is told of it. */
export interface ChunkToIndex {
  id: string;
  documentId: string;
  /** What it is to be found by. */
  indexedText: string;
}

/** A chunk as the index holds it. */
export interface IndexEntry extends LexicalEntry {
  indexedText: string;
  /** Absent: the project has no embedding model. */
  embedding?: Pick<NewVector, 'spaceId' | 'vector'>;
}

/** Analysing so much takes some ten milliseconds; the other requests have their turn after each such group. */
const CHARACTERS_PER_TURN = 16_000;

/** Vendors refuse an empty text. */
const BLANK = '-';

/** The one place where a chunk gets into the index and out of it again, whatever the index is made of. */
@Injectable()
export class ChunkIndex {
  constructor(
    private readonly lexical: LexicalIndexStore,
    private readonly embeddings: EmbeddingsService,
    private readonly vectors: ChunkVectorsStore,
  ) {}

  /**
   * Makes the chunks' entries, in their order, outside any transaction.
   * @throws the signal's reason, or LlmError (`cancelled`), when the signal fires; Problem 502, 503 or 504 when the
   * project's embedding model fails
   */
  async prepare(project: { id: string }, chunks: readonly ChunkToIndex[], signal: AbortSignal): Promise<IndexEntry[]> {
    const texts = chunks.map(({ indexedText }) => indexedText.trim() || BLANK);
    // The vendor is waited for while the words are analysed.
    const [embedded, entries] = await Promise.all([
      this.embeddings.embedChunks(project.id, texts, signal),
      this.#analyse(chunks, signal),
    ]);
    if (embedded === undefined) return entries;
    const { spaceId, vectors } = embedded;
    return entries.map((entry, index) => ({ ...entry, embedding: { spaceId, vector: vectors[index]! } }));
  }

  async #analyse(chunks: readonly ChunkToIndex[], signal: AbortSignal): Promise<IndexEntry[]> {
    const entries: IndexEntry[] = [];
    let characters = 0;
    for (const { id, documentId, indexedText } of chunks) {
      entries.push({ ...this.lexical.entry(id, documentId, indexedText), indexedText });
      characters += indexedText.length;
      if (characters >= CHARACTERS_PER_TURN) {
        characters = 0;
        await setImmediate();
      }
      signal.throwIfAborted();
    }
    return entries;
  }

  /** Writes entries within the transaction that writes the chunks themselves. */
  async add(transaction: Transaction, projectId: string, entries: readonly IndexEntry[]): Promise<void> {
    await this.lexical.add(transaction, projectId, entries);
    await this.vectors.add(transaction, projectId, entries.flatMap(toVector), entries.map(toText));
  }

  /** Removes chunks from the index; the caller removes the chunks themselves, in the same transaction. */
  async remove(transaction: Transaction, projectId: string, chunkIds: readonly string[]): Promise<void> {
    // Vectors go with the chunks themselves.
    await this.lexical.remove(transaction, projectId, chunkIds);
  }

  /** After each transaction with `add` or `remove`; it takes one of its own, and says whether there was much to do. */
  settleMany(projectId: string): Promise<boolean> {
    return this.lexical.settleMany(projectId);
  }

  /**
   * For the end of an ingestion or a deletion, in its last transaction: the next searches are then a little faster. Left
   * out, they find the same.
   */
  async settle(transaction: Transaction, projectId: string): Promise<void> {
    await this.lexical.settle(transaction, projectId);
  }
}

function toVector({ chunkId, embedding }: IndexEntry): NewVector[] {
  return embedding === undefined ? [] : [{ chunkId, ...embedding }];
}

function toText({ chunkId, indexedText }: IndexEntry): { chunkId: string; indexedText: string } {
  return { chunkId, indexedText };
}
