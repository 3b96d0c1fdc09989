import type { Migration } from '../migration.ts';

/** Conversations and their turns. */
export const migration: Migration = {
  id: 7,
  name: 'conversations',
  sql: `
create table conversation (
  id uuid primary key,
  project_id uuid not null references project on delete cascade,
  name text,
  -- How many turns it has, and so the number of its last one: counting it up under the row's lock orders the turns.
  turn_count integer not null default 0,
  created_at timestamptz(3) not null default now(),
  -- When its last turn ended; what retention counts from.
  active_at timestamptz(3) not null default now()
);
create index conversation_project on conversation (project_id, created_at, id);
create index conversation_activity on conversation (active_at);

create table conversation_turn (
  conversation_id uuid not null references conversation on delete cascade,
  turn integer not null,
  status text not null check (status in ('complete', 'aborted', 'failed')),
  -- JSON, but not of the type jsonb: it refuses characters that a model may write, and would change numbers.
  messages text not null,
  answer text not null,
  annotations text not null,
  sources text not null,
  provider text not null,
  model text not null,
  request_id text,
  created_at timestamptz(3) not null default now(),
  primary key (conversation_id, turn)
);
`,
};
