import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database/database.ts';
import { ANALYSER_VERSION } from './lexical/lexical-terms.ts';
import { dimensionsOf, toLiteral } from './lexical/sparse-vector.ts';
import { lexicalVector } from './lexical/lexical-vector.ts';

/** What an index entry is written in: the transaction of whoever writes the chunks. */
export type Transaction = Queryable;

/** A chunk's row in the index. */
export interface IndexEntry {
  chunkId: string;
  documentId: string;
  /** The chunk's vector in pgvector's text form. */
  lex: string;
}

/** Writes the lexical index, within the transaction that writes the chunks. */
@Injectable()
export class LexicalIndexStore {
  /** Analyses what a chunk is to be found by. Takes a millisecond or so: call it outside the transaction. */
  entry(chunkId: string, documentId: string, indexedText: string): IndexEntry {
    return { chunkId, documentId, lex: toLiteral(lexicalVector(indexedText)) };
  }

  async add(transaction: Queryable, projectId: string, entries: readonly IndexEntry[]): Promise<void> {
    await transaction.query(
      `insert into chunk_lex (chunk_id, project_id, document_id, analyser, lex)
       select "chunkId", $1, "documentId", $2, lex
       from jsonb_to_recordset($3::jsonb) as entry("chunkId" uuid, "documentId" uuid, lex sparsevec)`,
      [projectId, ANALYSER_VERSION, JSON.stringify(entries)],
    );
    const { terms, counts } = termCounts(entries.map(({ lex }) => lex));
    await this.#count(transaction, projectId, terms, counts);
  }

  /** Removes chunks from the index; the caller removes the chunks themselves. */
  async remove(transaction: Queryable, projectId: string, chunkIds: readonly string[]): Promise<void> {
    const removed = await transaction.query<{ lex: string }>(
      'delete from chunk_lex where project_id = $1 and chunk_id = any($2::uuid[]) returning lex::text as lex',
      [projectId, chunkIds],
    );
    const { terms, counts } = termCounts(removed.map(({ lex }) => lex));
    const changes = counts.map((count) => -count);
    await this.#count(transaction, projectId, terms, changes);
    await transaction.query('delete from lex_df where project_id = $1 and term = any($2::int[]) and n <= 0', [
      projectId,
      terms,
    ]);
  }

  /** Always in the order of the terms: writers that lock rows in one order cannot deadlock. */
  async #count(
    transaction: Queryable,
    projectId: string,
    terms: readonly number[],
    changes: readonly number[],
  ): Promise<void> {
    await transaction.query(
      `insert into lex_df (project_id, term, n)
       select $1, term, n from unnest($2::int[], $3::int[]) as change(term, n)
       on conflict (project_id, term) do update set n = lex_df.n + excluded.n`,
      [projectId, terms, changes],
    );
  }
}

/** In how many of the vectors each term occurs, in the order of the terms. */
function termCounts(vectors: readonly string[]): { terms: number[]; counts: number[] } {
  const counts = new Map<number, number>();
  for (const term of vectors.flatMap(dimensionsOf)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const terms = [...counts.keys()].sort((left, right) => left - right);
  return { terms, counts: terms.map((term) => counts.get(term) ?? 0) };
}
