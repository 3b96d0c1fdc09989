import type { Migration } from '../migration.ts';

/** Files, the bytes that wait to be read, the places of chunks, and answers kept for idempotency keys. */
export const migration: Migration = {
  id: 4,
  name: 'files',
  sql: `
-- Where the chunk stands in its document (openapi.yaml: Place).
alter table chunk add column place jsonb not null default '{}';

-- A file is also the job that reads it. Its document, once there is one, has the same id.
create table file (
  id uuid primary key,
  project_id uuid not null references project on delete cascade,
  status text not null default 'receiving' check (status in ('receiving', 'processing', 'succeeded', 'failed')),
  -- What to do with it: {kind, model, prompt}.
  instructions jsonb not null,
  file_name text,
  file_type text not null default 'unknown',
  url text,
  byte_count integer,
  sha256 text,
  metadata jsonb not null default '{}',
  error text,
  progress real not null default 0,
  page_count integer,
  chunk_count integer not null default 0,
  created_at timestamptz(3) not null default now(),
  -- The attempt under way: whoever holds this number may write for the file, until the lease ends.
  attempt uuid,
  attempts integer not null default 0,
  lease_until timestamptz not null default '-infinity',
  started_at timestamptz(3)
);
create index file_project on file (project_id, created_at, id);
create index file_content on file (project_id, sha256);
create index file_waiting on file (lease_until) where status in ('receiving', 'processing');

-- Rows are written and deleted once, and what is in them is compressed already, or is to be read soon.
create table file_piece (
  file_id uuid not null references file on delete cascade,
  position integer not null,
  bytes bytea not null,
  primary key (file_id, position)
);
alter table file_piece alter column bytes set storage external;

create table idempotent_answer (
  tenant text not null,
  key text not null,
  -- The hash of operation, path and body.
  request text not null,
  -- Null while the request is under way.
  answer jsonb,
  created_at timestamptz not null default now(),
  lease_until timestamptz not null,
  primary key (tenant, key)
);
create index idempotent_answer_age on idempotent_answer (created_at);
`,
};
