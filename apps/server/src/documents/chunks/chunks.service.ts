import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Adjustment, ChunkList, DeletedChunks, ListChunksRequest } from '@groundwire/client';
import { ChunkListService } from '../../retrieval/listing/chunk-list.service.ts';
import { DeletionStore } from './deletion.store.ts';

/** A chunk with its payload may have some ten thousand characters, and its document's metadata as many. */
const MAX_LIMIT = { ids: 10_000, payloads: 500 };

/** The chunks of a project, each by itself. */
@Injectable()
export class ChunksService {
  constructor(
    private readonly chunks: ChunkListService,
    private readonly deletion: DeletionStore,
  ) {}

  /** Throws a Problem (400) when the filter is malformed. */
  async list(project: { id: string }, request: ListChunksRequest): Promise<ChunkList> {
    const { filter_documents: filter = {}, limit: wanted = 10, with_payload: withPayload = false } = request;
    const limit = Math.min(wanted, withPayload ? MAX_LIMIT.payloads : MAX_LIMIT.ids);
    const place = { after: request.cursor, offset: request.offset ?? 0 };
    const { rows, hasMore } = await this.chunks.list(project.id, { filter, limit, withPayload, ...place });
    const chunks = rows.map(({ id, text = '', place = {}, metadata = {} }) => ({
      id,
      payload: { page_content: text, place, metadata },
    }));
    return {
      chunks_ids: rows.map(({ id }) => id),
      ...(withPayload && { chunks }),
      next_cursor: hasMore ? (rows.at(-1)?.id ?? null) : null,
      adjustments: wanted > limit ? [clamped(wanted, limit)] : [],
    };
  }

  /** Deletes a few chunks at a time and lets others have their turn; stops when the caller leaves. */
  async delete(
    project: { id: string },
    ids: readonly string[] | undefined,
    signal: AbortSignal,
  ): Promise<DeletedChunks> {
    let deleted = 0;
    for (;;) {
      const count = await this.deletion.deleteSome(project.id, ids);
      if (count === undefined) break;
      deleted += count;
      await setImmediate();
      signal.throwIfAborted();
    }
    if (deleted > 0) await this.deletion.settle(project.id);
    return { result: 'Done!', deleted };
  }
}

function clamped(from: number, to: number): Adjustment {
  const reason = `At most ${to} chunks are listed at a time; next_cursor leads on.`;
  return { parameter: 'limit', action: 'clamped', from, to, reason, provider: null };
}
