import type { Migration } from '../migration.ts';

/** Projects, their documents, the documents' chunks, and the lexical index (`chunk_lex`, `lex_df`). */
export const migration: Migration = {
  id: 1,
  name: 'projects, documents, chunks',
  sql: `
create extension if not exists vector;

create table project (
  id uuid primary key,
  tenant text not null,
  project_name text not null,
  collection_name text not null,
  embeddings_provider text not null,
  llm_provider text,
  llm_model text,
  chunk_size integer,
  chunk_separators text[],
  settings jsonb not null default '{}',
  -- Chunks of succeeded documents: the N of every idf. An integer, because drivers hand out bigint as text.
  chunk_count integer not null default 0,
  created_at timestamptz(3) not null default now()
);
create index project_tenant on project (tenant, created_at, id);

create table document (
  id uuid primary key,
  project_id uuid not null references project on delete cascade,
  -- Retrieval sees no chunk of a document that is still processing.
  status text not null default 'processing' check (status in ('processing', 'succeeded')),
  metadata jsonb not null default '{}',
  created_at timestamptz(3) not null default now()
);
create index document_project on document (project_id);
create index document_processing on document (project_id) where status = 'processing';

create table chunk (
  id uuid primary key,
  project_id uuid not null,
  document_id uuid not null references document on delete cascade,
  position integer not null,
  -- UTF-16 code units in the document, as JavaScript counts them.
  start_offset integer not null,
  end_offset integer not null,
  text text not null,
  unique (document_id, position)
);

-- A table of its own, with tuples up to a whole page kept inline: a scan of vectors that lie in TOAST takes 2.5 times as
-- long. Not STORAGE PLAIN: the vector of a chunk of 10,000 characters fills more than a page and could not be stored.
create table chunk_lex (
  chunk_id uuid primary key references chunk on delete cascade,
  project_id uuid not null,
  document_id uuid not null,
  analyser smallint not null,
  lex sparsevec(1000000000) not null
) with (toast_tuple_target = 8160);
create index chunk_lex_project on chunk_lex (project_id);

-- In how many chunks of a project each term occurs. Rows are rewritten all the time and only in place (n has no index):
-- room left in each page keeps them there.
create table lex_df (
  project_id uuid not null references project on delete cascade,
  term integer not null,
  n integer not null,
  primary key (project_id, term)
) with (fillfactor = 70);
`,
};
