import { Injectable } from '@nestjs/common';
import type { Queryable } from '../database/database.ts';
import { wordKeys } from './candidates/word-keys.ts';
import { ANALYSER_VERSION, lexicalTerms } from './lexical/lexical-terms.ts';
import { lexicalVector } from './lexical/lexical-vector.ts';
import { dimensionsOf, toLiteral } from './lexical/sparse-vector.ts';
import { LexicalStatisticsStore } from './lexical-statistics.store.ts';

/** What an index entry is written in: the transaction of whoever writes the chunks. */
export type Transaction = Queryable;

/** A chunk's rows in the index. */
export interface IndexEntry {
  chunkId: string;
  documentId: string;
  /** All terms of the chunk. */
  terms: readonly number[];
  /** Those of them that are stems of words. */
  stems: readonly number[];
  /** The chunk's vector, and the stems' part of it, in pgvector's text form. */
  lex: string;
  words: string;
}

/** Writes the lexical index, within the transaction that writes the chunks. */
@Injectable()
export class LexicalIndexStore {
  constructor(private readonly statistics: LexicalStatisticsStore) {}

  /** Analyses what a chunk is to be found by. Takes a millisecond or so: call it outside the transaction. */
  entry(chunkId: string, documentId: string, indexedText: string): IndexEntry {
    const terms = lexicalTerms(indexedText);
    const vector = lexicalVector(terms);
    const words = [...vector].filter(([term]) => terms.stems.counts.has(term));
    return {
      chunkId,
      documentId,
      terms: [...vector.keys()],
      stems: words.map(([term]) => term),
      lex: toLiteral(vector),
      words: toLiteral(new Map(words)),
    };
  }

  async add(transaction: Queryable, projectId: string, entries: readonly IndexEntry[]): Promise<void> {
    const ids = [entries.map(({ chunkId }) => chunkId), entries.map(({ documentId }) => documentId)];
    await transaction.query(
      `insert into chunk_lex (chunk_id, project_id, document_id, analyser, lex)
       select chunk_id, $1, document_id, $2, lex::sparsevec
       from unnest($3::uuid[], $4::uuid[], $5::text[]) as entry(chunk_id, document_id, lex)`,
      [projectId, ANALYSER_VERSION, ...ids, entries.map(({ lex }) => lex)],
    );
    await transaction.query(
      `insert into chunk_word (chunk_id, project_id, document_id, keys, words)
       select chunk_id, $1, document_id, keys::int[], words::sparsevec
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as entry(chunk_id, document_id, keys, words)`,
      [
        projectId,
        ...ids,
        entries.map(({ stems }) => `{${wordKeys(projectId, stems).join(',')}}`),
        entries.map(({ words }) => words),
      ],
    );
    const terms = entries.map((entry) => entry.terms);
    await this.statistics.count(transaction, projectId, terms, 1);
  }

  /** Removes chunks from the index; the caller removes the chunks themselves. */
  async remove(transaction: Queryable, projectId: string, chunkIds: readonly string[]): Promise<void> {
    await transaction.query('delete from chunk_word where chunk_id = any($2::uuid[]) and project_id = $1', [
      projectId,
      chunkIds,
    ]);
    const removed = await transaction.query<{ lex: string }>(
      'delete from chunk_lex where project_id = $1 and chunk_id = any($2::uuid[]) returning lex::text as lex',
      [projectId, chunkIds],
    );
    const terms = removed.map(({ lex }) => dimensionsOf(lex));
    await this.statistics.count(transaction, projectId, terms, -1);
  }

  /** After each transaction with `add` or `remove`; says whether there was much to do. */
  settleMany(projectId: string): Promise<boolean> {
    return this.statistics.settleMany(projectId);
  }

  /** For the end of an ingestion or a deletion: searches are then a little faster. */
  settle(transaction: Queryable, projectId: string): Promise<void> {
    return this.statistics.settle(transaction, projectId);
  }
}
