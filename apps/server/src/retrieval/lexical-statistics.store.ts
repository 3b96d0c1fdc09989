import { Injectable } from '@nestjs/common';
import { Database, type Queryable } from '../database/database.ts';
import type { TermStatistics } from './lexical/question-vector.ts';

/** With so many terms waiting they are written into lex_df; that takes a quarter of a second or less. */
const MOST_WAITING = 30_000;
/** So many may go on waiting when nothing more is to come: each search reads them as well. */
const MOST_AT_REST = 4_000;

/** Counts in how many chunks of a project each term occurs. What is read is always what was written. */
@Injectable()
export class LexicalStatisticsStore {
  constructor(private readonly database: Database) {}

  /** Also whether the project has vectors: one look at the database less for those that have none. */
  async read(projectId: string, terms: readonly number[]): Promise<TermStatistics & { isEmbedded: boolean }> {
    const rows = await this.database.query<CountRow>(READ, [projectId, terms]);
    const project = rows.find(({ term }) => term === null);
    const known = rows.flatMap(({ term, n }): [number, number][] => (term === null || n <= 0 ? [] : [[term, n]]));
    const { n: chunkCount = 0, isEmbedded = false } = project ?? {};
    return { chunkCount, isEmbedded, chunksWith: new Map(known) };
  }

  /** Adds `sign` for each chunk to each of its terms. */
  async count(
    transaction: Queryable,
    projectId: string,
    chunks: readonly (readonly number[])[],
    sign: 1 | -1,
  ): Promise<void> {
    const counts = new Map<number, number>();
    for (const term of chunks.flat()) counts.set(term, (counts.get(term) ?? 0) + sign);
    await transaction.query(
      'insert into lex_df_change (project_id, terms, changes) values ($1, $2::int[], $3::int[])',
      [projectId, [...counts.keys()], [...counts.values()]],
    );
  }

  /**
   * Makes the changes that wait once they are many. For everybody who counts, after the transaction that did: in one of its
   * own, so that nobody waits for both. Returns whether there were so many.
   */
  async settleMany(projectId: string): Promise<boolean> {
    const areMany = (await waitingTerms(this.database, projectId)) > MOST_WAITING;
    if (areMany) await this.database.transaction((transaction) => settleAll(transaction, projectId));
    return areMany;
  }

  /** Makes the changes that wait, unless they are few. For the end of an ingestion; it may be left out. */
  async settle(transaction: Queryable, projectId: string): Promise<void> {
    if ((await waitingTerms(transaction, projectId)) > MOST_AT_REST) await settleAll(transaction, projectId);
  }
}

async function waitingTerms(database: Queryable, projectId: string): Promise<number> {
  const [waiting] = await database.query<{ size: number }>(
    'select coalesce(sum(size), 0)::int as size from lex_df_change where project_id = $1',
    [projectId],
  );
  return waiting!.size;
}

async function settleAll(transaction: Queryable, projectId: string): Promise<void> {
  const unused = await transaction.query<{ term: number }>(SETTLE, [projectId]);
  if (unused.length === 0) return;
  await transaction.query('delete from lex_df where project_id = $1 and term = any($2::int[]) and n = 0', [
    projectId,
    unused.map(({ term }) => term),
  ]);
}

/** The count of a term, or, where it is null, of the project's chunks; only that row tells whether they are embedded. */
interface CountRow {
  term: number | null;
  n: number;
  isEmbedded: boolean;
}

const READ = `
select null::int as term, chunk_count as n,
       exists (select from embedding_space where project_id = $1 and status = 'active') as "isEmbedded"
from project where id = $1
union all
select term, sum(n)::int, false from (
  select term, n from lex_df where project_id = $1 and term = any($2::int[])
  union all
  select term, n from lex_df_change, unnest(terms, changes) as change(term, n)
  join unnest($2::int[]) as wanted(term) using (term)
  where project_id = $1
) as counted
group by term`;

/**
 * Always in the order of the terms: writers that lock rows in one order cannot deadlock. Another writer's changes may be
 * made first, so a count may be below 0 for a while; returned are the terms that no chunk holds any more.
 */
const SETTLE = `
with taken as (
  delete from lex_df_change where id in (
    select id from lex_df_change where project_id = $1 order by id for update skip locked
  ) returning terms, changes
), total as (
  select term, sum(n)::int as n from taken, unnest(terms, changes) as change(term, n) group by term having sum(n) <> 0
), made as (
  insert into lex_df (project_id, term, n) select $1, term, n from total order by term
  on conflict (project_id, term) do update set n = lex_df.n + excluded.n
  returning term, n
)
select term from made where n = 0`;
