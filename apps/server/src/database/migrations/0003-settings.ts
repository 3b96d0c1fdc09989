import type { Migration } from '../migration.ts';

/** What every server on this database has to agree on. */
export const migration: Migration = {
  id: 3,
  name: 'settings',
  sql: `
create table setting (
  name text primary key,
  value text not null
);
`,
};
