import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { openEmptyTestDatabase } from '../testing/open-test-database.ts';
import { migration } from './0010-long-conversations.ts';
import { migrations } from './index.ts';

const PROJECT = '00000000-0000-4000-8000-000000000001';
const STORED = '00000000-0000-4000-8000-000000000002';
const LOOSE = '00000000-0000-4000-8000-000000000003';

let database: Database;
beforeAll(async () => {
  database = await openEmptyTestDatabase();
  await database.query('drop schema public cascade; create schema public');
  await migrate(database, migrations.slice(0, migration.id - 1));
}, 120_000);
afterAll(() => database.close());

const user = { content: 'says "role":"system"', role: 'user' };
const system = { content: [{ type: 'text', text: 'Be brief.' }], role: 'system' };
const developer = { role: 'developer', content: 'Be long.' };
const result = { role: 'tool', tool_call_id: 'a', content: '{"role":"system"}' };
/** Messages; whether they open with instructions, whether any stand within. */
const TURNS: [object[], boolean, boolean][] = [
  [[user], false, false],
  [[system, developer, user], true, false],
  [[user, system], false, true],
  [[developer, user, system, user], true, true],
  [[result, user], false, false],
  [[system], true, false],
  [[{ role: 'user', content: '\0 \ud800' }, system], false, false],
];

it('finds the instructions in turns that are there already, and whom thinking belongs to', async () => {
  await database.query(
    `insert into project (id, tenant, project_name, collection_name, embeddings_provider) values ($1, 'alice', 'p', 'c', 'openai')`,
    [PROJECT],
  );
  await database.query('insert into conversation (id, project_id) values ($1, $2)', [STORED, PROJECT]);
  for (const [index, [messages]] of TURNS.entries()) {
    await database.query(
      `insert into conversation_turn (conversation_id, turn, status, messages, answer, annotations, sources, provider, model)
       values ($1, $2, 'complete', $3, '{}', '[]', '[]', 'openai', 'm')`,
      [STORED, index + 1, JSON.stringify(messages)],
    );
  }
  for (const [tenant, conversation] of [
    ['alice', STORED],
    ['alice', LOOSE],
    ['mallory', STORED],
  ]) {
    await database.query(
      `insert into kept_thinking (tenant, message_key, provider, model, conversation_id, thinking)
       values ($1, 'k', 'p', 'm', $2, '{}')`,
      [tenant, conversation],
    );
  }

  await migrate(database, migrations);
  const turns = await database.query<{ opens: boolean; holds: boolean }>(
    'select opens_with_instructions as opens, holds_instructions as holds from conversation_turn order by turn',
  );
  expect(turns.map(({ opens, holds }) => [opens, holds])).toEqual(TURNS.map(([, opens, holds]) => [opens, holds]));
  const kept = await database.query(
    'select tenant, project_id, kept_with from kept_thinking order by tenant, kept_with',
  );
  expect(kept).toEqual([
    { tenant: 'alice', project_id: PROJECT, kept_with: STORED },
    { tenant: 'alice', project_id: null, kept_with: null },
    { tenant: 'mallory', project_id: null, kept_with: null },
  ]);
});
