/** One step of the schema. Steps are numbered 1, 2, 3 … without gaps and never change once released. */
export interface Migration {
  id: number;
  name: string;
  /** One or more statements; they run in one transaction together with the entry in `schema_migration`. */
  sql: string;
}
