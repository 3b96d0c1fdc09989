import { compileFilter, type Condition } from './filter/compile-filter.ts';
import { documentCondition } from './filter/document-condition.ts';
import type { Filter } from './filter/filter.ts';

// The parts that the statements of retrieval.store.ts are made of. In all of them $1 is the project, $2 the question's
// vector, $3 how many rows are wanted. PGlite gathers no statistics, so nothing is left to the planner that it could
// guess wrong: MATERIALIZED and OFFSET 0 keep each step as it is written, from a few rows to their index entries.

/** `passing_chunk(chunk_id)`: the first chunks under the filter, in no order; null for a document without one. */
export function passingChunks(filter: Filter, most: string, firstParameter: number): Condition {
  const { sql, values } = compileFilter(filter, firstParameter);
  return {
    sql: `passing as materialized (
        select id from document where document.project_id = $1 and document.status = 'succeeded' and ${sql} limit ${most}
      ), passing_chunk as materialized (
        select chunk.id as chunk_id from passing
        left join lateral (select id from chunk where chunk.document_id = passing.id offset 0) as chunk on true
        limit ${most}
      )`,
    values,
  };
}

/**
 * `candidate(chunk_id)`: chunks that hold one of the keys $5, the $6 most similar to the words $4. Under a filter the best
 * are looked at one after the other until so many have passed.
 */
export function candidates(filter: Filter | undefined, firstParameter: number): Condition {
  const holding = (columns: string, condition: string): string =>
    `select ${columns}, words <#> $4::sparsevec as distance from chunk_word
     where chunk_word.project_id = $1 and keys && $5::int[] and ${condition} order by distance, chunk_id`;
  if (filter === undefined) {
    const { sql, values } = documentCondition('chunk_word', filter, firstParameter);
    return { sql: `candidate as materialized (${holding('chunk_id', sql)} limit $6)`, values };
  }
  const { sql, values } = compileFilter(filter, firstParameter);
  return {
    sql: `holding as materialized (${holding('chunk_id, document_id', 'true')}),
      candidate as materialized (
        select chunk_id from holding cross join lateral (
          select from document where document.id = holding.document_id and document.status = 'succeeded' and ${sql} offset 0
        ) as passing limit $6
      )`,
    values,
  };
}

/** `other_chunk(chunk_id)`: the first chunks under the filter, whatever they hold. */
export function otherChunks(filter: Filter | undefined, most: string, firstParameter: number): Condition {
  if (filter !== undefined) {
    const { sql, values } = passingChunks(filter, most, firstParameter);
    return { sql: `${sql}, other_chunk as (select chunk_id from passing_chunk where chunk_id is not null)`, values };
  }
  const { sql, values } = documentCondition('chunk_lex', filter, firstParameter);
  const first = `select chunk_id from chunk_lex where chunk_lex.project_id = $1 and ${sql} limit ${most}`;
  return { sql: `other_chunk as materialized (${first})`, values };
}

/**
 * `nearest(chunk_id, distance)`: the best of the chunks in `source`, by all terms. IS TRUE keeps the index on the project
 * out: where statistics do not know a new project yet, it would be read whole for each chunk.
 */
export function nearestOf(source: string): string {
  return `nearest as materialized (
    select chosen.chunk_id, entry.distance from ${source} as chosen
    cross join lateral (
      select lex <#> $2::sparsevec as distance from chunk_lex
      where chunk_lex.chunk_id = chosen.chunk_id and (chunk_lex.project_id = $1) is true offset 0
    ) as entry
    order by entry.distance, chosen.chunk_id limit $3
  )`;
}

/** The rows of `nearest` as matches, in no order. */
export const MATCHES = `
  select chunk.id, chunk.document_id as "documentId", -nearest.distance as similarity, chunk.text, chunk.place,
         document.metadata
  from nearest
  cross join lateral (select id, document_id, text, place from chunk where id = nearest.chunk_id offset 0) as chunk
  cross join lateral (select metadata from document where id = chunk.document_id offset 0) as document`;

/** Rows with the same similarity have an order too, so that an answer is the same each time. */
export const BEST_FIRST = 'order by similarity desc, id';
