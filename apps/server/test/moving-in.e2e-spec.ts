import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ChunkList, ConversationDetail, CreatedProject, QueryResult } from '@groundwire/client';
import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';

// What a project needs that moves here from another server, and nobody else does.

let server: TestServer;
let project: string;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject('alice');
});
afterAll(() => server.close());

async function ask<Body>(method: string, path: string, body?: unknown, tenant = 'alice'): Promise<[number, Body]> {
  const response = await server.request(tenant, method, `${ASK_YODA}/${path}`, body);
  return [response.status, (await response.json()) as Body];
}
const taken = (field: string) => [
  400,
  { error: { type: 'invalid_request_error', message: { [field]: [`${field} is taken.`] } } },
];

describe('a project with an id of its own', () => {
  const wish = { project_name: 'p', collection_name: 'c', embeddings_provider: 'openai' };

  it('has that id from now on', async () => {
    const id = randomUUID();
    expect(await ask<CreatedProject>('POST', '', { ...wish, project_id: id.toUpperCase() })).toMatchObject([
      200,
      { project_id: id },
    ]);
    expect(await ask('GET', `${id}/`)).toMatchObject([200, { project_id: id, project_name: 'p' }]);
  });

  it.each(['alice', 'bob'])('is refused when the id is taken, and nothing changes: %s', async (tenant) => {
    const other = { ...wish, project_name: 'another', project_id: project };
    expect(await ask('POST', '', other, tenant)).toEqual(taken('project_id'));
    expect(await ask('GET', `${project}/`)).toMatchObject([200, { project_name: 'Test' }]);
  });
});

describe('add_text without chunking', () => {
  const list = async (): Promise<string[]> => {
    const [, { chunks = [] }] = await ask<ChunkList>('POST', `${project}/list_chunks_ids/`, {
      with_payload: true,
      limit: 100,
    });
    return chunks.map(({ payload }) => payload.page_content);
  };

  it('keeps each text as one chunk, whatever its size and shape, which is found', async () => {
    const long = `# Heading\n\n${'A sentence about walruses. '.repeat(400)}\n\n# Another\n\nMore.  `;
    const texts = [long, ' \n two lines ', '🎈'];
    const [status, added] = await ask('POST', `${project}/add_text/`, { texts, chunking: 'none' });
    expect([status, added]).toMatchObject([201, { chunk_count: 3 }]);
    expect(await list()).toEqual(texts);
    const [, { result }] = await ask<QueryResult>('POST', `${project}/query/`, { query: 'walruses' });
    expect(result[0]?.payload.page_content).toBe(long);
  });

  it('takes 100,000 characters and names the text that has more', async () => {
    const [status] = await ask('POST', `${project}/add_text/`, { texts: ['x'.repeat(100_000)], chunking: 'none' });
    expect(status).toBe(201);
    const before = await list();
    const refused = await ask('POST', `${project}/add_text/`, { texts: ['a', 'x'.repeat(100_001)], chunking: 'none' });
    expect(refused).toMatchObject([400, { error: { message: { 'texts.1': [expect.stringMatching(/100000/)] } } }]);
    expect(await list()).toEqual(before);
  });
});

describe('a conversation that was begun elsewhere', () => {
  const messages = [
    { user_text: 'When are you open?', assistant_text: 'From 9 to 17.' },
    { user_text: 'On Sundays?', assistant_text: null },
    { user_text: '', assistant_text: '🎈' },
  ];

  it('keeps its id and its turns in order', async () => {
    const id = randomUUID();
    const created = await ask('POST', `${project}/conversations/`, { id, name: 'Hours', messages });
    expect(created).toMatchObject([201, { id, name: 'Hours' }]);
    const [, detail] = await ask<ConversationDetail>('GET', `${project}/conversations/${id}/`);
    expect(detail.message_count).toBe(3);
    expect(detail.messages).toMatchObject([
      { ...messages[0], turn: 1, status: 'complete', provider: 'imported', model: 'unknown' },
      { ...messages[1], turn: 2, status: 'failed' },
      { ...messages[2], turn: 3, status: 'complete' },
    ]);
  });

  it('goes on through generate', async () => {
    const [, { id }] = await ask<ConversationDetail>('POST', `${project}/conversations/`, { messages });
    const body = {
      model: 'openai/gpt-4o-mini',
      messages: [{ role: 'user', content: 'And on Mondays?' }],
      conversation_id: id,
    };
    expect(await ask('POST', `${project}/generate/`, body)).toMatchObject([200, { object: 'chat.completion' }]);
    const sent = server.upstream.requests.at(-1)?.body as { messages: { role: string; content: string }[] };
    const said = sent.messages.filter(({ role }) => role !== 'system').map(({ role, content }) => [role, content]);
    expect(said.slice(0, 4)).toEqual([
      ['user', 'When are you open?'],
      ['assistant', 'From 9 to 17.'],
      ['user', 'On Sundays?'],
      ['assistant', '🎈'],
    ]);
    expect(said.at(-1)?.[1]).toContain('And on Mondays?');
    const [, { messages: kept }] = await ask<ConversationDetail>('GET', `${project}/conversations/${id}/`);
    expect(kept.map(({ turn }) => turn)).toEqual([1, 2, 3, 4]);
  });

  it.each(['alice', 'bob'])('is refused when its id is taken, and nothing changes: %s', async (tenant) => {
    const id = randomUUID();
    await ask('POST', `${project}/conversations/`, { id, messages });
    const own = tenant === 'alice' ? project : await server.createProject(tenant);
    expect(await ask('POST', `${own}/conversations/`, { id, name: 'mine' }, tenant)).toEqual(taken('id'));
    expect(await ask('GET', `${project}/conversations/${id}/`)).toMatchObject([200, { name: null, message_count: 3 }]);
  });

  it.each([
    ['messages.0.user_text', [{ assistant_text: 'a' }]],
    ['messages.0.user_text', [{ user_text: 7 }]],
    ['messages.1.assistant_text', [{ user_text: 'a' }, { user_text: 'b', assistant_text: [] }]],
    ['messages', Array.from({ length: 10_001 }, () => ({ user_text: 'a' }))],
  ])('is refused by the field: %s', async (field, refused) => {
    const answer = await ask('POST', `${project}/conversations/`, { messages: refused });
    expect(answer).toMatchObject([400, { error: { message: { [field]: expect.any(Array) } } }]);
  });

  it('may have 10,000 turns', async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => ({ user_text: `${at}?`, assistant_text: `${at}.` }));
    const [, { id }] = await ask<ConversationDetail>('POST', `${project}/conversations/`, { messages: many });
    const [, last] = await ask<ConversationDetail>('GET', `${project}/conversations/${id}/?after=9999`);
    expect(last).toMatchObject({ message_count: 10_000, messages: [{ user_text: '9999?', turn: 10_000 }] });
  });
});

it('the bot profile can be read', async () => {
  const own = await server.createProject('alice');
  expect(await ask('GET', `${own}/bot_prompts/`)).toEqual([200, []]);
  const query = new URLSearchParams({ name: 'support', model: 'm', text: 'For {{who}}.', params: '{"who":"us"}' });
  const [, created] = await ask('POST', `${own}/create_bot_prompt/?${query.toString()}`);
  expect(await ask('GET', `${own}/bot_prompts/`)).toEqual([200, [created]]);
  expect(await ask('GET', `${own}/bot_prompts/`, undefined, 'bob')).toEqual([404, { details: 'Not Found' }]);
});
