import type { Migration } from '../migration.ts';

/** Models' thinking, kept until a client sends the turn back without it. */
export const migration: Migration = {
  id: 6,
  name: 'thinking',
  sql: `
create table kept_thinking (
  tenant text not null,
  -- A digest: what it is made of is chosen by vendors and callers, and may be long.
  message_key text not null,
  provider text not null,
  model text not null,
  -- All zeros outside a conversation.
  conversation_id uuid not null,
  -- JSON, but not of the type json: what comes back must be the text that went in. Long ones are compressed by Postgres.
  thinking text not null,
  kept_at timestamptz(3) not null default now(),
  primary key (tenant, message_key, provider, model, conversation_id)
);
create index kept_thinking_age on kept_thinking (kept_at);
`,
};
