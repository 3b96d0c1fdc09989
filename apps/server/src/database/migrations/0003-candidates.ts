import type { Migration } from '../migration.ts';

/** What finds candidates (`chunk_word`) and filtered chunks quickly, and what keeps term counts cheap to write. */
export const migration: Migration = {
  id: 3,
  name: 'candidates',
  sql: `
-- The word stems of a chunk: enough to tell which chunks may be the best, in a fifth of the room that all terms take.
-- The project's id is mixed into the keys (retrieval/candidates/word-keys.ts), so that an index over all tenants reads
-- the chunks of one. There is no index on project_id, for none could be better than the one on the keys.
create table chunk_word (
  chunk_id uuid primary key references chunk on delete cascade,
  project_id uuid not null,
  document_id uuid not null,
  keys integer[] not null,
  words sparsevec(1000000000) not null
);
-- Rows that wait to be sorted in are read by every search: let it be few.
create index chunk_word_keys on chunk_word using gin (keys) with (gin_pending_list_limit = 512);

-- In older rows stems cannot be told from other terms; all of them find no fewer chunks.
insert into chunk_word (chunk_id, project_id, document_id, keys, words)
select chunk_id, project_id, document_id,
  (select coalesce(array_agg(split_part(entry, ':', 1)::int # ('x' || right(project_id::text, 8))::bit(32)::int), '{}')
   from unnest(string_to_array(split_part(btrim(lex::text, '{'), '}', 1), ',')) as entry where entry <> ''),
  lex
from chunk_lex;

-- Changes of lex_df that were not made in it yet: one row for each transaction that wrote chunks. Rows of lex_df are
-- many and costly to change one by one; together with these they are always right.
create table lex_df_change (
  id bigint generated always as identity primary key,
  project_id uuid not null references project on delete cascade,
  terms integer[] not null,
  changes integer[] not null,
  size integer not null generated always as (cardinality(terms)) stored
);
create index lex_df_change_project on lex_df_change (project_id);
-- Compressing what is read and deleted soon costs more than its room.
alter table lex_df_change alter column terms set storage external, alter column changes set storage external;

create index chunk_lex_document on chunk_lex (document_id);
create index document_metadata on document using gin (metadata jsonb_path_ops);

-- A day or moment of ISO 8601 in UTC; null for any other text. It adds up rather than casts, because a cast of a day
-- that is in no calendar would be an error: 30 February is 1 or 2 March. The expression stands in retrieval/filter/filter.ts.
create function iso_time(value text) returns timestamp language sql immutable parallel safe return case
  when value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?$'
  then timestamp '2000-01-01' + make_interval(
    years => substr(value, 1, 4)::int - 2000, months => substr(value, 6, 2)::int - 1, days => substr(value, 9, 2)::int - 1,
    hours => coalesce(nullif(substr(value, 12, 2), '')::int, 0), mins => coalesce(nullif(substr(value, 15, 2), '')::int, 0),
    secs => coalesce(substring(value from '^.{16}:([0-9.]+)')::float8, 0)
  ) - case when value ~ '[+-][0-9]{2}:?[0-9]{2}$' and length(value) > 10 then make_interval(
    hours => substring(value from '([+-][0-9]{2}):?[0-9]{2}$')::int,
    mins => (substring(value from '([+-])[0-9]{2}:?[0-9]{2}$') || substring(value from '([0-9]{2})$'))::int
  ) else interval '0' end
end;
`,
};
