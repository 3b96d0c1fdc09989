import type { Migration } from '../migration.ts';

/** A deleted project is nobody's until all of it is removed. */
export const migration: Migration = {
  id: 12,
  name: 'removal',
  sql: `
alter table project alter column tenant drop not null;
comment on column project.tenant is 'null: deleted; what it holds is being removed';
`,
};
