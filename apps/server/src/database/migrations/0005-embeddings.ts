import type { Migration } from '../migration.ts';

/** The vectors of embedding models beside the lexical index, and what is known of each model in each project. */
export const migration: Migration = {
  id: 5,
  name: 'embeddings',
  sql: `
-- One model's vectors of one project. Vectors of different spaces are never compared.
create table embedding_space (
  id integer generated always as identity primary key,
  project_id uuid not null references project on delete cascade,
  -- provider/model
  model text not null,
  dimensions integer not null,
  -- Questions are compared in the active space. Another is built beside it when the model changes, takes its place when
  -- every chunk is in it, and leaves the old one to be removed bit by bit.
  status text not null check (status in ('building', 'active', 'retired')),
  -- The mean cosine of pairs of chunks taken at random, and of how many chunks the project had when it was taken.
  mean_cosine real not null default 0,
  sampled_at integer not null default 0,
  -- The process that is at work on it has until then to say that it lives.
  leased_until timestamptz,
  created_at timestamptz(3) not null default now()
);
create unique index embedding_space_project on embedding_space (project_id, status) where status <> 'retired';
create index embedding_space_project_id on embedding_space (project_id);

-- A table of its own, as chunk_lex is, and for the same reason: up to 2,000 dimensions lie in the row itself. Vectors have
-- length 1, so that the inner product is the cosine.
create table chunk_vector (
  chunk_id uuid not null references chunk on delete cascade,
  space_id integer not null references embedding_space on delete cascade,
  project_id uuid not null,
  document_id uuid not null,
  vec vector not null,
  primary key (chunk_id, space_id)
) with (toast_tuple_target = 8160);
create index chunk_vector_space on chunk_vector (space_id);
create index chunk_vector_document on chunk_vector (document_id);

-- What a chunk is found by besides its own text: the title and the headings above it. Without it no other model could
-- embed what the first one has embedded. No row: nothing stands above it.
create table chunk_context (
  chunk_id uuid primary key references chunk on delete cascade,
  context text not null
);
`,
};
