import { Injectable } from '@nestjs/common';
import type { Place } from '@groundwire/client';
import { Database } from '../database/database.ts';
import type { TermStatistics } from './lexical/question-vector.ts';
import { type SparseVector, toLiteral } from './lexical/sparse-vector.ts';
import type { RetrievalRequest } from './passage.ts';
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

/** Reads the lexical index. */
@Injectable()
export class RetrievalStore {
  constructor(private readonly database: Database) {}

  async statistics(projectId: string, terms: readonly number[]): Promise<TermStatistics> {
    const rows = await this.database.query<{ term: number | null; n: number }>(
      `select null::int as term, chunk_count as n from project where id = $1
       union all
       select term, n from lex_df where project_id = $1 and term = any($2::int[])`,
      [projectId, terms],
    );
    const chunkCount = rows.find(({ term }) => term === null)?.n ?? 0;
    const known = rows.flatMap(({ term, n }): [number, number][] => (term === null ? [] : [[term, n]]));
    return { chunkCount, chunksWith: new Map(known) };
  }

  /**
   * The `limit` chunks most similar to the question, best first, equal ones in the order of their ids. Exact: every
   * chunk that passes the filter is compared.
   */
  async search(
    projectId: string,
    question: SparseVector,
    filter: RetrievalRequest['filter'],
    limit: number,
  ): Promise<Match[]> {
    const hasFilter = Object.keys(filter).length > 0;
    return this.database.query<Match>(hasFilter ? SEARCH_WITH_FILTER : SEARCH, [
      projectId,
      toLiteral(question),
      limit,
      ...(hasFilter ? [JSON.stringify(filter)] : []),
    ]);
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

// A key's value must be equal, not contained; containment stands first because it is the cheaper test.
const SEARCH_WITH_FILTER = searchStatement(`
  and exists (
    select from document
    where document.id = chunk_lex.document_id and metadata @> $4::jsonb and not exists (
      select from jsonb_each($4::jsonb) as wanted where metadata -> wanted.key is distinct from wanted.value
    )
  )`);

const SEARCH = searchStatement('');

/** `distance` is named once and sorted by that name: written out again in ORDER BY, it would be computed twice. */
function searchStatement(filter: string): string {
  return `
select chunk.id, chunk.document_id as "documentId", -nearest.distance as similarity, chunk.text, chunk.place,
       document.metadata
from (
  select chunk_id, lex <#> $2::sparsevec as distance
  from chunk_lex
  where project_id = $1
  and not exists (select from document where document.id = chunk_lex.document_id and status = 'processing')
  ${filter}
  order by distance, chunk_id
  limit $3
) as nearest
join chunk on chunk.id = nearest.chunk_id
join document on document.id = chunk.document_id
order by nearest.distance, chunk.id`;
}
