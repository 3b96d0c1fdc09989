import { Injectable } from '@nestjs/common';
import type { Place } from '@groundwire/client';
import { Database, type StatementOptions } from '../database/database.ts';
import type { Probe } from './candidates/choose-probe.ts';
import { wordKeys } from './candidates/word-keys.ts';
import { documentCondition } from './filter/document-condition.ts';
import type { Filter } from './filter/filter.ts';
import { type SparseVector, toLiteral } from './lexical/sparse-vector.ts';
import { BEST_FIRST, candidates, MATCHES, nearestOf, otherChunks, passingChunks } from './ranking-sql.ts';
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

/** What is looked for, and how many of the best are wanted. */
export interface Search {
  projectId: string;
  question: SparseVector;
  filter: Filter | undefined;
  limit: number;
}

/**
 * Reads the lexical index, one statement for each way to search it. All of them return the best first, equal ones in the
 * order of ids, with exact scores. Chunks of documents that are still processing are never seen.
 */
@Injectable()
export class RetrievalStore {
  constructor(private readonly database: Database) {}

  /** Whether more than `most` chunks, or documents, pass the filter. */
  async passesMany(projectId: string, filter: Filter, most: number): Promise<boolean> {
    const { sql, values } = passingChunks(filter, '$2', 3);
    const rows = await this.database.query(
      `with ${sql} select from passing_chunk`,
      [projectId, most + 1, ...values],
      ONE_OFF,
    );
    return rows.length > most;
  }

  /** The best of all chunks under the filter; undefined when they, or their documents, are more than `most`. */
  async bestOfFew(search: Search & { filter: Filter }, most: number): Promise<Match[] | undefined> {
    const { sql, values } = passingChunks(search.filter, '$4', 5);
    const rows = await this.database.query<{ isTooMany: boolean } & (Match | { id: null })>(
      `with ${sql}, size as materialized (select count(*) >= $4 as too_many from passing_chunk),
       few as (select chunk_id from passing_chunk where not (select too_many from size)), ${nearestOf('few')}
       select too_many as "isTooMany", match.* from size left join (${MATCHES}) as match on true ${BEST_FIRST}`,
      [...valuesOf(search), most + 1, ...values],
      ONE_OFF,
    );
    if (rows[0]?.isTooMany !== false) return undefined;
    return rows.flatMap(({ isTooMany: _, ...match }) => (match.id === null ? [] : [match]));
  }

  /** The best of the `most` chunks under the filter whose words are most similar to the question's. */
  bestOfCandidates(search: Search, probe: Probe, most: number): Promise<Match[]> {
    const { sql, values } = candidates(search.filter, 7);
    return this.database.query<Match>(
      `with ${sql}, ${nearestOf('candidate')} ${MATCHES} ${BEST_FIRST}`,
      [...probing(search, probe), most, ...values],
      optionsOf(search),
    );
  }

  /** The best of the same and `others` more chunks under the filter, whichever come first. */
  bestOfCandidatesAndOthers(search: Search, probe: Probe, most: number, others: number): Promise<Match[]> {
    const candidate = candidates(search.filter, 8);
    const other = otherChunks(search.filter, '$7', 8 + candidate.values.length);
    return this.database.query<Match>(
      `with ${candidate.sql}, ${other.sql},
       chosen as (select chunk_id from candidate union select chunk_id from other_chunk), ${nearestOf('chosen')}
       ${MATCHES} ${BEST_FIRST}`,
      [...probing(search, probe), most, others, ...candidate.values, ...other.values],
      optionsOf(search),
    );
  }

  /** How similar these chunks are to the question. */
  score(projectId: string, question: SparseVector, chunkIds: readonly string[]): Promise<Match[]> {
    return this.database.query<Match>(
      `with chosen as (select unnest($4::uuid[]) as chunk_id), ${nearestOf('chosen')} ${MATCHES} ${BEST_FIRST}`,
      [projectId, toLiteral(question), chunkIds.length, chunkIds],
    );
  }

  /** The best of all chunks under the filter: each of them is compared. */
  bestOfAll(search: Search): Promise<Match[]> {
    const { sql, values } = documentCondition('chunk_lex', search.filter, 4);
    // `distance` is named once and sorted by that name: written out again in ORDER BY, it would be computed twice.
    return this.database.query<Match>(
      `with nearest as materialized (
         select chunk_id, lex <#> $2::sparsevec as distance from chunk_lex
         where chunk_lex.project_id = $1 and ${sql} order by distance, chunk_id limit $3
       ) ${MATCHES} ${BEST_FIRST}`,
      [...valuesOf(search), ...values],
      optionsOf(search),
    );
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

function valuesOf({ projectId, question, limit }: Search): unknown[] {
  return [projectId, toLiteral(question), limit];
}

function probing(search: Search, probe: Probe): unknown[] {
  return [...valuesOf(search), toLiteral(probe.words), wordKeys(search.projectId, probe.terms)];
}

/** With a filter a statement is planned for its values: one plan for all filters takes twice as long for most. */
const ONE_OFF: StatementOptions = { isOneOff: true };

function optionsOf({ filter }: Search): StatementOptions | undefined {
  return filter === undefined ? undefined : ONE_OFF;
}
