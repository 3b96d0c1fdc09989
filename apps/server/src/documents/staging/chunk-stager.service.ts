import { Injectable } from '@nestjs/common';
import { ChunkIndex, type ChunkToIndex } from '../../retrieval/indexing/chunk-index.service.ts';
import { type Chunk, DocumentsStore, type Guard, type NewChunk } from '../documents.store.ts';
import { batches } from './batches.ts';
import { oneAhead } from './one-ahead.ts';

/** A chunk of a staged document, and what it is to be found by. */
export type ChunkToStage = Chunk & ChunkToIndex;

/**
 * Chunks in groups whose entries are made together, which is cheaper when a vendor has to be asked for them; some hundred
 * in each. The signal fires when no more are wanted, be it that storing them fails.
 */
export type ChunkSource = (
  signal: AbortSignal,
) => Iterable<readonly ChunkToStage[]> | AsyncIterable<readonly ChunkToStage[]>;

/** PGlite has one session: a larger transaction would make every other caller wait. */
const ROWS_PER_TRANSACTION = 64;
/** Rows of long chunks take as much longer as they are longer. */
const BY_LENGTH = { weightOf: ({ text }: NewChunk) => text.length, maxWeight: 80_000 };

/** Brings chunks of whatever source into the store: one group is read and prepared while the one before is written. */
@Injectable()
export class ChunkStager {
  constructor(
    private readonly store: DocumentsStore,
    private readonly index: ChunkIndex,
  ) {}

  /**
   * Returns how many chunks there were. Throws what the source, the index, the guard or the store throws, and the signal's
   * reason when it fires; what was stored until then stays staged.
   */
  async stage(project: { id: string }, source: ChunkSource, signal: AbortSignal, guard?: Guard): Promise<number> {
    const ending = new AbortController();
    const reading = AbortSignal.any([signal, ending.signal]);
    const prepare = async (chunks: readonly ChunkToStage[]): Promise<NewChunk[]> => {
      const entries = await this.index.prepare(project, chunks, reading);
      return chunks.map(({ indexedText: _, ...chunk }, at) => ({ ...chunk, indexEntry: entries[at]! }));
    };
    let chunkCount = 0;
    for await (const rows of oneAhead(source(reading), prepare)) {
      await this.#write(project.id, rows, signal, guard).catch((error: unknown) => {
        ending.abort(error);
        throw error;
      });
      chunkCount += rows.length;
    }
    return chunkCount;
  }

  async #write(projectId: string, rows: readonly NewChunk[], signal: AbortSignal, guard?: Guard): Promise<void> {
    for (const batch of batches(rows, ROWS_PER_TRANSACTION, BY_LENGTH)) {
      signal.throwIfAborted();
      await this.store.stageChunks(projectId, batch, guard);
      await this.store.giveWay();
      if (await this.index.settleMany(projectId)) await this.store.giveWay();
    }
  }
}
