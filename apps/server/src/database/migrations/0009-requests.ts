import type { Migration } from '../migration.ts';

/** What was asked of each project, how it went and what it cost. */
export const migration: Migration = {
  id: 9,
  name: 'requests',
  sql: `
create table request (
  project_id uuid not null references project on delete cascade,
  -- Time-ordered, and made when the request came: its time in milliseconds is that of created_at.
  id uuid not null,
  created_at timestamptz(3) not null,
  operation text not null,
  status smallint not null,
  stream boolean not null,
  aborted boolean not null,
  latency_ms integer not null,
  first_token_ms integer,
  user_agent text,
  model text,
  provider text,
  model_used text,
  model_reported text,
  prompt_tokens integer,
  completion_tokens integer,
  total_tokens integer,
  -- Of the type json where nothing is looked for inside: it keeps the order of the fields.
  usage json,
  -- US dollars, as many digits as it takes.
  cost numeric,
  estimated boolean not null,
  finish_reason text,
  error_type text,
  error_param text,
  retrieval_status text,
  k integer,
  adjustments json not null,
  attempts json not null,
  end_user text,
  metadata jsonb not null,
  conversation_id uuid,
  -- What was said, only where the operator keeps it.
  content json,
  primary key (project_id, id)
);
create index request_age on request (created_at);
-- Pages are ordered by id. Each of these finds a page of rare rows among many without reading the many.
create index request_status on request (project_id, (status / 100), id);
create index request_model on request (project_id, model, id);
create index request_model_used on request (project_id, provider, model_used, id);
create index request_user on request (project_id, end_user, id) where end_user is not null;
create index request_conversation on request (project_id, conversation_id, id) where conversation_id is not null;
create index request_metadata on request using gin (metadata) where metadata <> '{}';
`,
};
