import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database/database.ts';
import { ChunkIndex, type IndexEntry } from '../retrieval/indexing/chunk-index.service.ts';
import type { Place } from './parsing/part.ts';

/** A document to store. */
export interface NewDocument {
  id: string;
  text: string;
  metadata: Record<string, unknown>;
}

/** A piece of a document. */
export interface Chunk {
  id: string;
  documentId: string;
  position: number;
  start: number;
  end: number;
  text: string;
  place: Place;
}

/** A chunk to store, with its entry in the index. */
export interface NewChunk extends Chunk {
  indexEntry: IndexEntry;
}

/** Runs within the transaction that writes, and stops it by throwing. */
export type Guard = (transaction: Queryable) => Promise<void>;
const NO_GUARD: Guard = () => Promise.resolve();

/** Documents that are deleted by this many chunks at a time, so that no transaction holds PGlite for long. */
const CHUNKS_PER_DELETION = 16;

/**
 * Documents and chunks in SQL. What is staged has the status `processing`, and retrieval does not see it, until `publish`
 * makes a whole call's documents visible at once.
 */
@Injectable()
export class DocumentsStore {
  constructor(
    private readonly database: Database,
    private readonly index: ChunkIndex,
  ) {}

  /** Whether everybody waits while a transaction runs. */
  get hasOneSession(): boolean {
    return this.database.hasOneSession;
  }

  /** See Database.giveWay. */
  giveWay(): Promise<void> {
    return this.database.giveWay();
  }

  async hasProject(projectId: string): Promise<boolean> {
    return (
      (await this.database.query('select from project where id = $1 and tenant is not null', [projectId])).length > 0
    );
  }

  async stageDocuments(projectId: string, documents: readonly NewDocument[], guard = NO_GUARD): Promise<void> {
    const rows = documents.map(({ id, metadata }) => ({ id, metadata }));
    await this.database.transaction(async (transaction) => {
      await guard(transaction);
      await transaction.query(
        `insert into document (id, project_id, metadata)
         select id, $1, metadata from jsonb_to_recordset($2::jsonb) as staged(id uuid, metadata jsonb)`,
        [projectId, JSON.stringify(rows)],
      );
    });
  }

  async stageChunks(projectId: string, chunks: readonly NewChunk[], guard = NO_GUARD): Promise<void> {
    const rows = chunks.map(({ indexEntry: _, ...row }) => row);
    await this.database.transaction(async (transaction) => {
      await guard(transaction);
      await transaction.query(
        `insert into chunk (id, project_id, document_id, position, start_offset, end_offset, text, place)
         select id, $1, "documentId", position, start, "end", text, place
         from jsonb_to_recordset($2::jsonb) as staged(
           id uuid, "documentId" uuid, position int, start int, "end" int, text text, place jsonb)`,
        [projectId, JSON.stringify(rows)],
      );
      const entries = chunks.map(({ indexEntry }) => indexEntry);
      await this.index.add(transaction, projectId, entries);
    });
  }

  /** Throws when the project or one of the documents is gone. */
  async publish(
    projectId: string,
    documentIds: readonly string[],
    chunkCount: number,
    guard = NO_GUARD,
  ): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await guard(transaction);
      const published = await transaction.query(
        `update document set status = 'succeeded'
         where project_id = $1 and id = any($2::uuid[]) and status = 'processing' returning id`,
        [projectId, documentIds],
      );
      if (published.length !== documentIds.length) throw new Error('staged documents are gone');
      // Before the project's row, as deletions lock them: two transactions could wait for each other otherwise.
      await this.index.settle(transaction, projectId);
      const counted = await transaction.query(
        'update project set chunk_count = chunk_count + $2 where id = $1 and tenant is not null returning id',
        [projectId, chunkCount],
      );
      if (counted.length === 0) throw new Error('the project is gone');
    });
  }

  /** Replaces what is known about a document, within a transaction. */
  async describe(transaction: Queryable, documentId: string, metadata: Record<string, unknown>): Promise<void> {
    await transaction.query('update document set metadata = $2 where id = $1', [documentId, JSON.stringify(metadata)]);
  }

  /** Removes staged documents and everything they put into the index, bit by bit; the guard may end it at any of them. */
  async discard(documentIds: readonly string[], guard = NO_GUARD): Promise<void> {
    for (const documentId of documentIds) {
      while ((await this.#discardChunks(documentId, guard)) === CHUNKS_PER_DELETION);
      await this.#discardDocument(documentId, guard);
    }
  }

  /** Documents that a process left behind when it died. Those of files are their jobs' to mend. */
  async findAbandoned(): Promise<string[]> {
    // Beside a Postgres server other replicas may be at work; PGlite has no other process.
    const leastAgeMinutes = this.database.engine === 'pglite' ? 0 : 60;
    const rows = await this.database.query<{ id: string }>(
      `select id from document where status = 'processing' and created_at <= now() - make_interval(mins => $1)
       and not exists (select from file where file.id = document.id)`,
      [leastAgeMinutes],
    );
    return rows.map(({ id }) => id);
  }

  /** Returns how many chunks it removed. */
  async #discardChunks(documentId: string, guard: Guard): Promise<number> {
    const removed = await this.database.transaction(async (transaction) => {
      await guard(transaction);
      const chunks = await transaction.query<{ id: string; projectId: string }>(
        `select chunk.id, chunk.project_id as "projectId" from chunk join document on document.id = chunk.document_id
         where document.id = $1 and document.status = 'processing' limit ${CHUNKS_PER_DELETION}`,
        [documentId],
      );
      const [first] = chunks;
      if (first === undefined) return undefined;
      const ids = chunks.map(({ id }) => id);
      await this.index.remove(transaction, first.projectId, ids);
      await transaction.query('delete from chunk where id = any($1::uuid[])', [ids]);
      return { count: chunks.length, projectId: first.projectId };
    });
    if (removed === undefined) return 0;
    await this.index.settleMany(removed.projectId);
    return removed.count;
  }

  async #discardDocument(documentId: string, guard: Guard): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await guard(transaction);
      const [document] = await transaction.query<{ projectId: string }>(
        `delete from document where id = $1 and status = 'processing' returning project_id as "projectId"`,
        [documentId],
      );
      if (document !== undefined) await this.index.settle(transaction, document.projectId);
    });
  }
}
