import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../../database/database.ts';
import { ChunkIndex } from '../../retrieval/indexing/chunk-index.service.ts';

/** PGlite has one session: a larger transaction would make every other caller wait. */
const CHUNKS_PER_TRANSACTION = 16;

interface ChunkKey {
  id: string;
  documentId: string;
}

/** Deletes chunks of finished documents, and keeps the index and every count of chunks right. */
@Injectable()
export class DeletionStore {
  constructor(
    private readonly database: Database,
    private readonly index: ChunkIndex,
  ) {}

  /** Deletes a few of the project's chunks, or of those that `ids` names. Returns how many; undefined when none is left. */
  async deleteSome(projectId: string, ids?: readonly string[]): Promise<number | undefined> {
    const deleted = await this.database.transaction(async (transaction) => {
      const found = await findSome(transaction, projectId, ids);
      if (found.length === 0) return undefined;
      const locked = await lockDocuments(transaction, found);
      const chunks = await stillThere(transaction, found, locked);
      await this.#delete(transaction, projectId, chunks);
      return chunks.length;
    });
    if (deleted !== undefined) await this.index.settleMany(projectId);
    return deleted;
  }

  /** For the end of a deletion. */
  async settle(projectId: string): Promise<void> {
    await this.database.transaction((transaction) => this.index.settle(transaction, projectId));
  }

  async #delete(transaction: Queryable, projectId: string, chunks: readonly ChunkKey[]): Promise<void> {
    const ids = chunks.map(({ id }) => id);
    const documentIds = chunks.map(({ documentId }) => documentId);
    await this.index.remove(transaction, projectId, ids);
    await transaction.query('delete from chunk where id = any($1::uuid[])', [ids]);
    await transaction.query(
      `update file set chunk_count = chunk_count - gone.count
       from (select id, count(*) as count from unnest($1::uuid[]) as id group by id) as gone where file.id = gone.id`,
      [documentIds],
    );
    // A file's document stays with its file; a text's has nothing else to stand for.
    await transaction.query(
      `delete from document where id = any($1::uuid[])
       and not exists (select from chunk where chunk.document_id = document.id)
       and not exists (select from file where file.id = document.id)`,
      [documentIds],
    );
    await transaction.query('update project set chunk_count = chunk_count - $2 where id = $1', [
      projectId,
      chunks.length,
    ]);
  }
}

function findSome(transaction: Queryable, projectId: string, ids?: readonly string[]): Promise<ChunkKey[]> {
  const named = ids === undefined ? '' : 'and chunk.id = any($2::uuid[])';
  return transaction.query<ChunkKey>(
    `select chunk.id, chunk.document_id as "documentId" from chunk join document on document.id = chunk.document_id
     where chunk.project_id = $1 and document.status = 'succeeded' ${named}
     limit ${CHUNKS_PER_TRANSACTION}`,
    ids === undefined ? [projectId] : [projectId, ids],
  );
}

/**
 * The documents that are still finished ones. In the order in which the deletion of a file locks: file, document,
 * project. Otherwise the two could wait for each other, or both count the same chunks off.
 */
async function lockDocuments(transaction: Queryable, chunks: readonly ChunkKey[]): Promise<string[]> {
  const ids = chunks.map(({ documentId }) => documentId);
  await transaction.query('select id from file where id = any($1::uuid[]) order by id for update', [ids]);
  const documents = await transaction.query<{ id: string }>(
    `select id from document where id = any($1::uuid[]) and status = 'succeeded' order by id for update`,
    [ids],
  );
  return documents.map(({ id }) => id);
}

/** Without what another deletion took while this one waited. */
function stillThere(transaction: Queryable, chunks: readonly ChunkKey[], documentIds: string[]): Promise<ChunkKey[]> {
  return transaction.query<ChunkKey>(
    `select id, document_id as "documentId" from chunk where id = any($1::uuid[]) and document_id = any($2::uuid[])`,
    [chunks.map(({ id }) => id), documentIds],
  );
}
