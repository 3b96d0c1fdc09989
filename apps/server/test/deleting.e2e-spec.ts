import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ChatCompletion, ChatMessage, Conversation } from '@groundwire/client';
import { BudgetsService } from '../src/budgets/budgets.service.ts';
import { Database } from '../src/database/database.ts';
import { RequestLogService } from '../src/requests/recording/request-log.service.ts';
import { ThinkingService } from '../src/thinking/thinking.service.ts';
import { ThinkingStore } from '../src/thinking/thinking.store.ts';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

/** Tables that hold nothing of a project. A new table is filled by `fillProject`, or stands here. */
const OF_THE_SERVER = ['schema_migration', 'setting'];

const MODEL = 'deepseek/deepseek-v4-tool-loop';

let server: TestServer;
let database: Database;
beforeAll(async () => {
  server = await startTestServer((url) => ({
    EMBEDDINGS_MODEL: 'openai/a-model',
    THINKING_TTL_DAYS: '2',
    DEEPSEEK_BASE_URL: url,
    DEEPSEEK_API_KEY: 'sk-test',
  }));
  database = server.app.get(Database);
});
afterAll(() => server.close());

async function call<Body>(method: string, path: string, body?: object): Promise<Body> {
  const isForm = body instanceof FormData;
  const response = await fetch(server.url + ASK_YODA + path, {
    method,
    headers: {
      authorization: `Bearer ${await signToken({ sub: 'alice' })}`,
      'idempotency-key': randomUUID(),
      ...(body && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Body;
}

const question: ChatMessage = { role: 'user', content: 'What is the weather?' };
const tools = [{ type: 'function', function: { name: 'get_weather', parameters: { type: 'object' } } }];
const ask = (project: string, more: object = {}): Promise<ChatCompletion> =>
  call('POST', `/${project}/generate/`, { model: MODEL, messages: [question], tools, ...more });
const converse = async (project: string): Promise<string> =>
  (await call<Conversation>('POST', `/${project}/conversations/`, {})).id;

/** A project with something of it in every table. */
async function fillProject(): Promise<string> {
  const project = await server.createProject('alice');
  const texts = ['The weather is read from the station on the roof.'];
  await call('POST', `/${project}/add_text/`, { texts, metadata: [{ title: 'Weather' }] });
  const form = new FormData();
  form.append('file', new Blob(['Rain is measured in millimetres.']), 'rain.txt');
  const { file_id: file } = await call<{ file_id: string }>('POST', `/${project}/add_file/`, form);
  while ((await call<{ status: string }>('GET', `/${project}/files/${file}/`)).status === 'processing');
  await call('POST', `/${project}/create_bot_prompt/?name=bot&model=local/extractive&text=Be+brief.`);
  await call('PUT', `/${project}/limits/`, { requests_per_minute: 1_000 });
  await ask(project);
  await ask(project, { conversation_id: await converse(project) });
  await written();
  // What is there for a moment only.
  await database.query(`insert into file_piece (file_id, position, bytes) values ($1, 0, 'waits')`, [file]);
  await database.query(
    `insert into reservation values (gen_random_uuid(), 'project', $1, 'requests', 'minute', now(), 1, now() + interval '1 day')`,
    [project],
  );
  await database.query('insert into lex_df (project_id, term, n) values ($1, 1, 1)', [project]);
  return project;
}

/** Resolves when what was asked, said and thought is stored. */
async function written(): Promise<void> {
  await server.app.get(ThinkingService).beforeApplicationShutdown();
  await server.app.get(RequestLogService).written();
  await server.app.get(BudgetsService).beforeApplicationShutdown();
}

/** How many rows each table has, and how many of them name the project. */
async function count(project: string): Promise<Record<string, { rows: number; named: number }>> {
  const tables = await database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  );
  const counts: Awaited<ReturnType<typeof count>> = {};
  for (const { name } of tables.filter((table) => !OF_THE_SERVER.includes(table.name))) {
    const [row] = await database.query<{ rows: number; named: number }>(
      `select count(*)::int as rows, count(*) filter (where t::text like '%' || $1 || '%')::int as named from "${name}" t`,
      [project],
    );
    counts[name] = row!;
  }
  return counts;
}

describe('a project that is deleted', () => {
  it('leaves no row behind in any table, and takes none of another project with it', async () => {
    const other = await fillProject();
    const before = await count(other);
    const doomed = await fillProject();
    const filled = await count(doomed);
    expect(Object.keys(filled).filter((table) => filled[table]!.rows <= before[table]!.rows)).toEqual([]);

    await call('DELETE', `/${doomed}/`);
    await written();
    const nothing = Object.fromEntries(
      Object.keys(filled).map((table) => [table, expect.objectContaining({ named: 0 })]),
    );
    expect(await count(doomed)).toEqual(nothing);
    expect(await count(other)).toEqual(before);
  });

  it('is gone although an answer was still under way', async () => {
    const project = await server.createProject('alice', ['The weather is read on the roof.']);
    const before = await count(project);
    const conversation_id = await converse(project);
    const stream = await server.request('alice', 'POST', `${ASK_YODA}/${project}/generate/`, {
      model: MODEL,
      messages: [question],
      tools,
      stream: true,
      conversation_id,
    });
    await call('DELETE', `/${project}/`);
    expect(await stream.text()).toContain('[DONE]');
    await written();
    const after = await count(project);
    expect(Object.values(after).reduce((sum, { named }) => sum + named, 0)).toBe(0);
    expect(after.kept_thinking?.rows).toBe(before.kept_thinking?.rows);
  });
});

describe('a conversation that is deleted', () => {
  it("takes its thinking with it, and nobody else's", async () => {
    const project = await server.createProject('alice');
    const [kept, doomed] = [await converse(project), await converse(project)];
    for (const conversation_id of [kept, doomed]) await ask(project, { conversation_id });
    await ask(project);
    await written();
    const thoughts = async (id: string): Promise<number> =>
      (await database.query('select from kept_thinking where conversation_id = $1', [id])).length;
    const all = (await count(project)).kept_thinking!.rows;
    expect(await thoughts(doomed)).toBe(1);
    await call('DELETE', `/${project}/conversations/${doomed}/`);
    expect([await thoughts(doomed), await thoughts(kept)]).toEqual([0, 1]);
    expect((await count(project)).kept_thinking!.rows).toBe(all - 1);
  });
});

describe('the thinking of a stored conversation', () => {
  it('is kept as long as the conversation, whatever THINKING_TTL_DAYS says; any other is not', async () => {
    const project = await server.createProject('alice');
    const conversation_id = await converse(project);
    const stored = await ask(project, { conversation_id });
    const loose = await ask(project);
    await written();
    await database.query(`update kept_thinking set kept_at = now() - interval '400 days'`);
    await server.app.get(ThinkingStore).removeExpired(2, 1_000);

    const resultsOf = ({ choices }: ChatCompletion): ChatMessage[] =>
      (choices[0]!.message.tool_calls ?? []).map(({ id }) => ({ role: 'tool', tool_call_id: id, content: '21 °C' }));
    const next = await ask(project, { conversation_id, messages: resultsOf(stored) });
    expect(next.choices[0]!.message.content).toContain('The tool said');
    const aboutThinking = ({ adjustments }: ChatCompletion): object[] =>
      adjustments.filter(({ parameter }) => parameter === 'thinking');
    expect(aboutThinking(next)).toEqual([]);
    const { tool_calls } = loose.choices[0]!.message;
    const messages = [question, { role: 'assistant', content: null, tool_calls }, ...resultsOf(loose)];
    expect(aboutThinking(await ask(project, { messages }))).toMatchObject([{ action: 'defaulted' }]);
  });
});
