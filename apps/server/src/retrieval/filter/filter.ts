/** What chunks must be like: the one form that every spelling of `filter_documents` is brought into. */
export type Filter = { kind: 'and' | 'or'; filters: readonly Filter[] } | { kind: 'not'; filter: Filter } | Comparison;

/** A test of one key of the document's metadata. Without the key only `exists: false` holds. */
export type Comparison = { kind: 'comparison'; key: string } & (
  | { operator: 'eq' | 'contains'; value: unknown }
  | { operator: 'in'; value: readonly unknown[] }
  | { operator: RangeOperator; value: number | string }
  | { operator: 'exists'; value: boolean }
);

export type RangeOperator = 'gt' | 'gte' | 'lt' | 'lte';

/** These keys mean the document's id, whatever its metadata holds under the same names. */
export const ID_KEYS: ReadonlySet<string> = new Set(['document_id', 'file_id']);

/** A day or a moment of ISO 8601; without a zone it is UTC's. The same expression stands in migration 3. */
export const ISO_TIME =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$/;
