import { Injectable } from '@nestjs/common';
import type { Place } from '@groundwire/client';
import { Database } from '../database/database.ts';
import type { Probe } from './candidates/choose-probe.ts';
import { wordKeys } from './candidates/word-keys.ts';
import { compileFilter } from './filter/compile-filter.ts';
import { documentCondition } from './filter/document-condition.ts';
import type { Filter } from './filter/filter.ts';
import { type SparseVector, toLiteral } from './lexical/sparse-vector.ts';
import type { StoredChunk } from './stored-chunk.ts';

/** A chunk, and the inner product of its vector and the question's. */
export interface Match {
  id: string;
  documentId: string;
  similarity: number;
  text: string;
  /** Where the document says it stands (openapi.yaml: `Place`). */
  place: Place;
  /** The document's metadata. */
  metadata: Record<string, unknown>;
}

/**
 * Reads the lexical index, in steps that can be joined otherwise: candidates under a filter, and exact scores for
 * candidates or for all chunks under a filter. Chunks of documents that are still processing are never seen.
 */
@Injectable()
export class RetrievalStore {
  constructor(private readonly database: Database) {}

  /** The ids of all chunks under the filter, in no order; undefined when they, or their documents, are more than `most`. */
  async findFew(projectId: string, filter: Filter, most: number): Promise<string[] | undefined> {
    const { sql, values } = compileFilter(filter, 3);
    // PGlite gathers no statistics: OFFSET 0 keeps Postgres from reading all chunks to join them with a few documents.
    const rows = await this.database.query<{ id: string | null }>(
      `with passing as materialized (
         select id from document where document.project_id = $1 and document.status = 'succeeded' and ${sql} limit $2
       )
       select chunk.id from passing
       left join lateral (select id from chunk where chunk.document_id = passing.id offset 0) as chunk on true
       limit $2`,
      [projectId, most + 1, ...values],
      { isOneOff: true },
    );
    return rows.length > most ? undefined : rows.flatMap(({ id }) => (id === null ? [] : [id]));
  }

  /** The ids of the `limit` chunks under the filter whose words are most similar to the question's. */
  async findCandidates(projectId: string, probe: Probe, filter: Filter | undefined, limit: number): Promise<string[]> {
    const { sql, values } = documentCondition('chunk_word', filter, 5);
    const rows = await this.database.query<{ id: string }>(
      `select chunk_id as id, words <#> $2::sparsevec as distance
       from chunk_word
       where chunk_word.project_id = $1 and keys && $3::int[] and ${sql}
       order by distance, chunk_id
       limit $4`,
      [projectId, toLiteral(probe.words), wordKeys(projectId, probe.terms), limit, ...values],
      { isOneOff: filter !== undefined },
    );
    return rows.map(({ id }) => id);
  }

  /** The `limit` of these chunks that are most similar to the question, best first, equal ones in the order of ids. */
  score(projectId: string, question: SparseVector, chunkIds: readonly string[], limit: number): Promise<Match[]> {
    return this.database.query<Match>(matches('chunk_id = any($4::uuid[])'), [
      projectId,
      toLiteral(question),
      limit,
      chunkIds,
    ]);
  }

  /** The same of all chunks that pass the filter: each of them is compared. */
  scoreAll(projectId: string, question: SparseVector, filter: Filter | undefined, limit: number): Promise<Match[]> {
    const { sql, values } = documentCondition('chunk_lex', filter, 4);
    return this.database.query<Match>(matches(sql), [projectId, toLiteral(question), limit, ...values], {
      isOneOff: filter !== undefined,
    });
  }

  async findChunk(projectId: string, chunkId: string): Promise<StoredChunk | undefined> {
    const [chunk] = await this.database.query<StoredChunk>(
      `select chunk.id, chunk.document_id as "documentId", chunk.position, chunk.start_offset as "startOffset",
              chunk.end_offset as "endOffset", chunk.text, chunk.place, document.metadata
       from chunk join document on document.id = chunk.document_id
       where chunk.id = $2 and chunk.project_id = $1 and document.status = 'succeeded'`,
      [projectId, chunkId],
    );
    return chunk;
  }
}

/** `distance` is named once and sorted by that name: written out again in ORDER BY, it would be computed twice. */
function matches(condition: string): string {
  return `
select chunk.id, chunk.document_id as "documentId", -nearest.distance as similarity, chunk.text, chunk.place,
       document.metadata
from (
  select chunk_id, lex <#> $2::sparsevec as distance
  from chunk_lex
  where chunk_lex.project_id = $1 and ${condition}
  order by distance, chunk_id
  limit $3
) as nearest
join chunk on chunk.id = nearest.chunk_id
join document on document.id = chunk.document_id
order by nearest.distance, chunk.id`;
}
