import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../../database/database.ts';
import type { EmbeddingSpace } from './embedding-space.ts';
import { toUnitLiteral } from './vector.ts';

/** A chunk's vector, and the space it is of. */
export interface NewVector {
  chunkId: string;
  spaceId: number;
  vector: Float32Array;
}

/** A chunk that a model has not embedded yet. */
export interface UnembeddedChunk {
  id: string;
  indexedText: string;
}

/** The vectors of chunks in SQL. */
@Injectable()
export class ChunkVectorsStore {
  constructor(private readonly database: Database) {}

  /** Within the transaction that writes the chunks; `contexts` are what stands before their own texts. */
  async add(
    transaction: Queryable,
    projectId: string,
    vectors: readonly NewVector[],
    indexedTexts: readonly { chunkId: string; indexedText: string }[],
  ): Promise<void> {
    await transaction.query(ADD_CONTEXTS, [JSON.stringify(indexedTexts)]);
    if (vectors.length > 0) await transaction.query(ADD, [projectId, toRows(vectors)]);
  }

  /** The same for chunks that are stored already; those that were deleted meanwhile are left out. */
  async addLater(projectId: string, vectors: readonly NewVector[]): Promise<void> {
    await this.database.query(ADD, [projectId, toRows(vectors)]);
  }

  /** Searchable chunks behind an id that are missing in the space, in the order of their ids. */
  async missing(
    { id, projectId }: EmbeddingSpace,
    after: string | undefined,
    limit: number,
  ): Promise<UnembeddedChunk[]> {
    return this.database.query<UnembeddedChunk>(
      `select chunk.id, coalesce(context || E'\\n', '') || chunk.text as "indexedText"
       from chunk join document on document.id = chunk.document_id
       left join chunk_context on chunk_context.chunk_id = chunk.id
       where chunk.project_id = $1 and document.status = 'succeeded' and chunk.id > $4
       and not exists (select from chunk_vector where chunk_vector.chunk_id = chunk.id and space_id = $2)
       order by chunk.id limit $3`,
      [projectId, id, limit, after ?? FIRST_ID],
    );
  }

  /** Removes some vectors of a retired space, or the space itself when none is left. True when it is gone. */
  async removeSome(spaceId: number, limit: number): Promise<boolean> {
    const removed = await this.database.query(
      `delete from chunk_vector where space_id = $1 and chunk_id in (
         select chunk_id from chunk_vector where space_id = $1 limit $2) returning chunk_id`,
      [spaceId, limit],
    );
    if (removed.length > 0) return false;
    // Another replica may have been quicker with these; in one statement the rest would take long.
    const [left] = await this.database.query('select from chunk_vector where space_id = $1 limit 1', [spaceId]);
    if (left !== undefined) return false;
    await this.database.query(`delete from embedding_space where id = $1 and status = 'retired'`, [spaceId]);
    return true;
  }
}

/** Every chunk's id comes after it. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

function toRows(vectors: readonly NewVector[]): string {
  return JSON.stringify(vectors.map(({ vector, ...row }) => ({ ...row, vec: toUnitLiteral(vector) })));
}

// Joined to what there is: a chunk may be deleted while its vector is on its way, and a space given up.
const ADD = `
insert into chunk_vector (chunk_id, space_id, project_id, document_id, vec)
select chunk.id, embedding_space.id, $1, chunk.document_id, added.vec
from jsonb_to_recordset($2::jsonb) as added("chunkId" uuid, "spaceId" integer, vec vector)
join chunk on chunk.id = added."chunkId" and chunk.project_id = $1
join embedding_space on embedding_space.id = added."spaceId" and embedding_space.dimensions = vector_dims(added.vec)
on conflict do nothing`;

const ADD_CONTEXTS = `
insert into chunk_context (chunk_id, context)
select chunk.id, left(added."indexedText", -length(chunk.text) - 1)
from jsonb_to_recordset($1::jsonb) as added("chunkId" uuid, "indexedText" text)
join chunk on chunk.id = added."chunkId"
where length(added."indexedText") > length(chunk.text) + 1`;
