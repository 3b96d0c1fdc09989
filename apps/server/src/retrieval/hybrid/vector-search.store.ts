import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.ts';
import type { EmbeddedQuestion } from '../embeddings/embeddings.service.ts';
import type { EmbeddingSpace } from '../embeddings/embedding-space.ts';
import { documentCondition } from '../filter/document-condition.ts';
import type { Filter } from '../filter/filter.ts';

/** A chunk's cosine with the question. */
export interface VectorMatch {
  id: string;
  cosine: number;
}

/** pgvector's limit for an index of `vector`; `halfvec` goes to 4,000 (its README, "HNSW", read 2026-11-26). */
const MAX_INDEXED_DIMENSIONS = 2_000;

/** The default of 40 misses 6 to 16 % of the ten nearest of 100,000; with 200 it is under 2 % (docs/retrieval.md). */
const EF_SEARCH = 200;

/** How many are looked at for each one that is wanted: measured in docs/embeddings.md. */
const LOOKED_AT = { plain: 2, filtered: 20 } as const;

/** Looks for chunks by their vectors, in one space at a time. */
@Injectable()
export class VectorSearchStore {
  constructor(private readonly database: Database) {}

  /**
   * The `limit` chunks under the filter that are nearest to the question: each one is compared. `+ 0` keeps the planner
   * from an HNSW index, which would return fewer rows than there are under a filter.
   */
  nearest({ space, vector }: EmbeddedQuestion, filter: Filter | undefined, limit: number): Promise<VectorMatch[]> {
    const { sql, values } = documentCondition('chunk_vector', filter, 5);
    return this.database.query<VectorMatch>(
      `select chunk_id as id, -distance as cosine
       from (select chunk_id, (vec <#> $2::vector) + 0 as distance from chunk_vector
             where chunk_vector.project_id = $1 and space_id = $3 and ${sql}
             order by distance, chunk_id limit $4) as nearest`,
      [space.projectId, vector, space.id, limit, ...values],
      { isOneOff: filter !== undefined },
    );
  }

  /**
   * The same by the space's index: nearly always the nearest ones, and possibly fewer than `limit`. Under a filter about
   * something else than the question the index comes upon far ones first: several times as many are looked at.
   */
  nearestByIndex(question: EmbeddedQuestion, filter: Filter | undefined, limit: number): Promise<VectorMatch[]> {
    const { space, vector } = question;
    const { sql, values } = documentCondition('chunk_vector', filter, 5);
    const lookedAt = filter === undefined ? LOOKED_AT.plain : LOOKED_AT.filtered;
    // Within one transaction, where settings are its own. Rows come nearly in order, and are put in order outside. The
    // space's number stands in the text: an index over a part of a table is found by a constant alone.
    return this.database.transaction(async (transaction) => {
      await transaction.query(
        `set local hnsw.iterative_scan = relaxed_order; set local hnsw.ef_search = ${EF_SEARCH};
         set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off`,
      );
      return transaction.query<VectorMatch>(
        `with found as materialized (
           select chunk_id, vec from chunk_vector
           where chunk_vector.project_id = $1 and space_id = ${space.id} and ${sql}
           order by ${indexed(space)} <#> $2::${indexedType(space)} limit $3)
         select chunk_id as id, -(vec <#> $2::vector) as cosine from found order by cosine desc, chunk_id
         limit $4`,
        [space.projectId, vector, lookedAt * limit, limit, ...values],
        { isOneOff: true },
      );
    });
  }

  /** How near these chunks are; those without a vector in the space are left out. */
  async cosines({ space, vector }: EmbeddedQuestion, chunkIds: readonly string[]): Promise<VectorMatch[]> {
    if (chunkIds.length === 0) return [];
    return this.database.query<VectorMatch>(
      `select chunk_id as id, -(vec <#> $2::vector) as cosine from chunk_vector
       where space_id = $1 and chunk_id = any($3::uuid[])`,
      [space.id, vector, chunkIds],
    );
  }

  /** Whether the space's index can be used; undefined when there is none, and may not be one on this engine. */
  async hasIndex({ id }: EmbeddingSpace): Promise<boolean> {
    const [index] = await this.database.query<{ isValid: boolean }>(
      `select indisvalid as "isValid" from pg_index where indexrelid = to_regclass($1)`,
      [indexName(id)],
    );
    return index?.isValid === true;
  }

  /**
   * Builds the space's index beside whatever else the server does. Only on a Postgres server: PGlite has one session, and
   * everybody would wait for it.
   */
  async buildIndex(space: EmbeddingSpace): Promise<void> {
    if (this.database.engine === 'pglite') return;
    // One that a dead process left half-built is of no use.
    if (!(await this.hasIndex(space))) await this.dropIndex(space.id);
    const operators = `${isWide(space) ? 'halfvec' : 'vector'}_ip_ops`;
    await this.database.query(
      `create index concurrently if not exists ${indexName(space.id)} on chunk_vector
       using hnsw ((${indexed(space)}) ${operators}) where space_id = ${space.id}`,
    );
  }

  async dropIndex(spaceId: number): Promise<void> {
    await this.database.query(
      `drop index ${this.database.engine === 'pglite' ? '' : 'concurrently'} if exists ${indexName(spaceId)}`,
    );
  }
}

function indexName(spaceId: number): string {
  return `chunk_vector_hnsw_${spaceId}`;
}

function isWide({ dimensions }: EmbeddingSpace): boolean {
  return dimensions > MAX_INDEXED_DIMENSIONS;
}

function indexedType(space: EmbeddingSpace): string {
  return `${isWide(space) ? 'halfvec' : 'vector'}(${space.dimensions})`;
}

function indexed(space: EmbeddingSpace): string {
  return `vec::${indexedType(space)}`;
}
