import type { Migration } from '../migration.ts';

/** A project's bot profile, and an index that lists a project's chunks page by page. */
export const migration: Migration = {
  id: 8,
  name: 'bot-prompts',
  sql: `
create table bot_prompt (
  -- A project has one at most.
  project_id uuid primary key references project on delete cascade,
  name text not null,
  model text not null,
  body text not null,
  params jsonb not null default '{}',
  system_prompt text,
  file_urls text[] not null default '{}'
);

create index chunk_project on chunk (project_id, id);
`,
};
