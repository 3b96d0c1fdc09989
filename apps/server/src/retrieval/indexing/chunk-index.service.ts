import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type IndexEntry, LexicalIndexStore, type Transaction } from '../lexical-index.store.ts';

/** A chunk as the index is told of it. */
export interface ChunkToIndex {
  id: string;
  documentId: string;
  /** What it is to be found by. */
  indexedText: string;
}

/** Analysing so many takes some ten milliseconds; the other requests have their turn after each such group. */
const CHUNKS_PER_TURN = 16;

/** The one place where a chunk gets into the index and out of it again, whatever the index is made of. */
@Injectable()
export class ChunkIndex {
  constructor(private readonly lexical: LexicalIndexStore) {}

  /** Makes the chunks' entries, in their order, outside any transaction. Throws the signal's reason when it fires. */
  async prepare(_project: { id: string }, chunks: readonly ChunkToIndex[], signal: AbortSignal): Promise<IndexEntry[]> {
    const entries: IndexEntry[] = [];
    for (const { id, documentId, indexedText } of chunks) {
      entries.push(this.lexical.entry(id, documentId, indexedText));
      if (entries.length % CHUNKS_PER_TURN === 0) await setImmediate();
      signal.throwIfAborted();
    }
    return entries;
  }

  /** Writes entries within the transaction that writes the chunks themselves. */
  async add(transaction: Transaction, projectId: string, entries: readonly IndexEntry[]): Promise<void> {
    await this.lexical.add(transaction, projectId, entries);
  }

  /** Removes chunks from the index; the caller removes the chunks themselves, in the same transaction. */
  async remove(transaction: Transaction, projectId: string, chunkIds: readonly string[]): Promise<void> {
    await this.lexical.remove(transaction, projectId, chunkIds);
  }
}
