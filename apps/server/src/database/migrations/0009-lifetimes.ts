import type { Migration } from '../migration.ts';

/** What was kept for a project or a conversation goes with it, and not before. */
export const migration: Migration = {
  id: 9,
  name: 'lifetimes',
  sql: `
alter table kept_thinking
  add column project_id uuid references project on delete cascade,
  -- The stored conversation that it belongs to: it is kept as long as the turns are, whatever THINKING_TTL_DAYS says.
  add column kept_with uuid references conversation on delete cascade;
update kept_thinking set project_id = project.id, kept_with = conversation.id
from conversation join project on project.id = conversation.project_id
where conversation.id = kept_thinking.conversation_id and project.tenant = kept_thinking.tenant;
create index kept_thinking_project on kept_thinking (project_id) where project_id is not null;
create index kept_thinking_conversation on kept_thinking (kept_with) where kept_with is not null;
drop index kept_thinking_age;
create index kept_thinking_age on kept_thinking (kept_at) where kept_with is null;

alter table idempotent_answer add column project_id uuid references project on delete cascade;
create index idempotent_answer_project on idempotent_answer (project_id) where project_id is not null;
`,
};
