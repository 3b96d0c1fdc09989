import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Conversation, ConversationDetail } from '@groundwire/client';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let path: string;
beforeAll(async () => {
  server = await startTestServer();
  path = `${ASK_YODA}/${await server.createProject('alice')}/conversations/`;
});
afterAll(() => server.close());

const request = (method: string, rest = '', body?: unknown): Promise<Response> =>
  server.request('alice', method, path + rest, body);
async function create(body: unknown): Promise<Conversation> {
  const response = await request('POST', '', body);
  expect(response.status).toBe(201);
  return (await response.json()) as Conversation;
}
async function detail(response: Response): Promise<ConversationDetail> {
  expect(response.status).toBe(200);
  return (await response.json()) as ConversationDetail;
}

describe('a new conversation', () => {
  it('has the name it was given, and no messages', async () => {
    const { id, name, created_at: createdAt } = await create({ name: 'Opening hours' });
    expect([name, Number.isNaN(Date.parse(createdAt))]).toEqual(['Opening hours', false]);
    expect(await detail(await request('GET', `${id}/`))).toEqual({
      id,
      name,
      created_at: createdAt,
      message_count: 0,
      messages: [],
    });
  });

  it.each([[undefined], [{}], [{ name: null }], [{ name: '', auth: 'eyJ-the-callers-key' }]])(
    'has no name when a form sends %j',
    async (body) => {
      expect(await create(body)).toMatchObject({ name: null });
    },
  );

  it.each([
    ['application/json', ''],
    ['application/x-www-form-urlencoded', ''],
    ['application/x-www-form-urlencoded', 'name=&auth=key'],
  ])('is made of an empty body of %s: %j', async (type, body) => {
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${await signToken({ sub: 'alice' })}`, 'content-type': type },
      body,
    });
    expect([response.status, await response.json()]).toEqual([201, expect.objectContaining({ name: null })]);
  });

  it('takes its name from a form of either kind', async () => {
    const multipart = new FormData();
    multipart.set('name', 'Zweigstelle — 支店 🎈');
    for (const body of [multipart, new URLSearchParams({ name: 'Zweigstelle — 支店 🎈' })]) {
      const response = await fetch(server.url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${await signToken({ sub: 'alice' })}` },
        body,
      });
      expect([response.status, await response.json()]).toMatchObject([201, { name: 'Zweigstelle — 支店 🎈' }]);
    }
  });
});

describe('400, the field named', () => {
  it.each([
    ['name', 'POST', '', { name: 'x'.repeat(256) }],
    ['name', 'POST', '', { name: 7 }],
    ['name', 'POST', '', { name: 'a\0b' }],
    ['limit', 'GET', '?limit=0', undefined],
    ['limit', 'GET', '?limit=1001', undefined],
    ['after', 'GET', '?after=x', undefined],
    ['after', 'GET', `${randomUUID()}/?after=-1`, undefined],
    ['conversation_id', 'GET', 'x/', undefined],
  ])('%s: %s %s', async (field, method, rest, body) => {
    const response = await request(method, rest, body);
    const { error } = (await response.json()) as { error: { message: object } };
    expect([response.status, Object.keys(error.message)]).toEqual([400, [field]]);
  });
});

describe('renaming', () => {
  it('by PATCH changes what is named, by PUT all there is', async () => {
    const { id } = await create({ name: 'One' });
    expect(await detail(await request('PATCH', `${id}/`, { name: 'Two' }))).toMatchObject({ name: 'Two' });
    expect(await detail(await request('PATCH', `${id}/`, {}))).toMatchObject({ name: 'Two' });
    expect(await detail(await request('PUT', `${id}/`, { name: 'Three' }))).toMatchObject({ name: 'Three' });
    expect(await detail(await request('PUT', `${id}/`))).toMatchObject({ name: null });
  });
});

describe('the list', () => {
  it('is newest first, page by page, without one missing or twice', async () => {
    const project = await server.createProject('alice');
    const list = `${ASK_YODA}/${project}/conversations/`;
    const made: string[] = [];
    for (let count = 0; count < 5; count++) {
      made.unshift(((await (await server.request('alice', 'POST', list)).json()) as Conversation).id);
    }
    const page = async (query: string): Promise<string[]> => {
      const conversations = await (await server.request('alice', 'GET', list + query)).json();
      return (conversations as Conversation[]).map(({ id }) => id);
    };
    expect((await page('')).sort()).toEqual([...made].sort());
    const whole = await page('');
    const pages = [await page('?limit=2')];
    while (pages.at(-1)!.length === 2) pages.push(await page(`?limit=2&after=${pages.at(-1)!.at(-1)}`));
    expect([pages.length, pages.flat()]).toEqual([3, whole]);
  });
});

describe('deleting', () => {
  it('leaves nothing behind', async () => {
    const { id } = await create({});
    expect((await request('DELETE', `${id}/`)).status).toBe(204);
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      expect((await request(method, `${id}/`)).status).toBe(404);
    }
    const generate = await server.request('alice', 'POST', path.replace('conversations', 'generate'), {
      model: 'openai/echo',
      messages: [{ role: 'user', content: 'Hello' }],
      conversation_id: id,
    });
    expect(generate.status).toBe(404);
  });
});
