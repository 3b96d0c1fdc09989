import { type Condition, compileFilter } from './compile-filter.ts';
import type { Filter } from './filter.ts';

/** A condition on rows of an index table; `$1` is the project. The few documents being processed are soon sorted out. */
export function documentCondition(table: string, filter: Filter | undefined, firstParameter: number): Condition {
  if (filter === undefined) {
    const processing = `select from document where document.id = ${table}.document_id and status = 'processing'`;
    return { sql: `not exists (${processing})`, values: [] };
  }
  const { sql, values } = compileFilter(filter, firstParameter);
  const passing = `document.project_id = $1 and document.status = 'succeeded' and ${sql}`;
  return {
    sql: `exists (select from document where document.id = ${table}.document_id and ${passing})`,
    values,
  };
}
