import { type Condition, compileFilter } from './compile-filter.ts';
import type { Filter } from './filter.ts';

/** A condition on rows of an index table; `$1` is the project. The few documents being processed are soon sorted out. */
export function documentCondition(table: string, filter: Filter | undefined, firstParameter: number): Condition {
  if (filter === undefined) {
    // A set of none or some, looked into once for all rows; NOT EXISTS would be planned as a look at each row's document.
    const processing = `select id from document where project_id = $1 and status = 'processing'`;
    return { sql: `${table}.document_id not in (${processing})`, values: [] };
  }
  const { sql, values } = compileFilter(filter, firstParameter);
  const passing = `document.project_id = $1 and document.status = 'succeeded' and ${sql}`;
  return {
    sql: `exists (select from document where document.id = ${table}.document_id and ${passing})`,
    values,
  };
}
