import type { Migration } from '../migration.ts';

/** What was kept for a project or a conversation goes with it, and not before; which turns hold instructions. */
export const migration: Migration = {
  id: 10,
  name: 'long-conversations',
  sql: String.raw`
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

-- Instructions hold on when their turn is too old to be read: they are found without reading the others.
alter table conversation_turn
  add column opens_with_instructions boolean not null default false,
  add column holds_instructions boolean not null default false;
with spoken as materialized (
  select conversation_id, turn, messages::jsonb as messages from conversation_turn
  where case when messages ~ '"role":"(system|developer)"' then messages !~ '\\u(0000|d[89a-f])' else false end
), said as (
  select conversation_id, turn, place, message ->> 'role' in ('system', 'developer') as instructs
  from spoken, jsonb_array_elements(messages) with ordinality as entry (message, place)
), found as (
  select conversation_id, turn, bool_or(instructs and place = 1) as opens,
         bool_or(instructs and place > first_other) as holds
  from (select *, min(place) filter (where not instructs) over (partition by conversation_id, turn) as first_other
        from said) as placed
  group by conversation_id, turn
)
update conversation_turn set opens_with_instructions = opens, holds_instructions = coalesce(holds, false)
from found where found.conversation_id = conversation_turn.conversation_id and found.turn = conversation_turn.turn;
create index conversation_turn_opening on conversation_turn (conversation_id, turn) where opens_with_instructions;
create index conversation_turn_instructions on conversation_turn (conversation_id, turn) where holds_instructions;
`,
};
