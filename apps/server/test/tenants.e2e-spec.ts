import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { OPERATIONS } from '@groundwire/dto';
import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let foreign: string;
let foreignConversation: string;

beforeAll(async () => {
  server = await startTestServer();
  foreign = await server.createProject('bob', ['Bob keeps his secret recipe in the blue box under the stairs.']);
  foreignConversation = await converse('bob', foreign);
});
afterAll(() => server.close());

async function converse(tenant: string, project: string): Promise<string> {
  const created = await server.request(tenant, 'POST', `${ASK_YODA}/${project}/conversations/`, {});
  return ((await created.json()) as { id: string }).id;
}

const CHAT = { model: 'local/extractive', messages: [{ role: 'user', content: 'Where is the recipe?' }] };
const BODIES: Record<string, unknown> = {
  addText: { texts: ['x'] },
  addFile: { file_url: 'http://nowhere.invalid/a.pdf' },
  addImage: { file_url: 'http://nowhere.invalid/a.png' },
  addVideo: { file_url: 'http://nowhere.invalid/a.mp4' },
  addUrl: { urls: ['http://nowhere.invalid/a'] },
  askLlm: { query: 'recipe' },
  listChunkIds: {},
  updateProject: { chunk_size: 500 },
  deleteChunk: { ids: [randomUUID()] },
  queryProject: { query: 'recipe' },
  generate: CHAT,
  explainGenerate: CHAT,
  createProjectChatCompletion: CHAT,
};
/** What an operation is told in its query. */
const QUERIES: Record<string, string> = {
  createBotPrompt: '?name=a&model=local/extractive&text=b',
  updateBotPrompt: '?name=a&model=local/extractive&text=b',
};
const projectRoutes = Object.entries(OPERATIONS).filter(([, { path }]) => path.includes(':project_id'));

async function ask(operationId: string, projectId: string): Promise<{ status: number; body: string }> {
  const { method, path } = OPERATIONS[operationId as keyof typeof OPERATIONS];
  const route = path
    .replace(':project_id', projectId)
    .replace(':conversation_id', foreignConversation)
    .replace(/:(?:(?:chunk|file|request)_id|prompt_name)/, randomUUID());
  const query = QUERIES[operationId] ?? '';
  const response = await server.request('alice', method.toUpperCase(), route + query, BODIES[operationId]);
  return { status: response.status, body: await response.text() };
}

describe("another tenant's project", () => {
  it('has routes to be tried on', () => expect(projectRoutes.length).toBeGreaterThanOrEqual(9));

  it.each(projectRoutes)('%s answers 404, byte for byte as for an id that never existed', async (operationId) => {
    const onForeign = await ask(operationId, foreign);
    const onUnknown = await ask(operationId, randomUUID());
    expect(onForeign.status).toBe(404);
    expect(onForeign).toEqual(onUnknown);
  });

  it('is not reached through the x-project-id header or the body', async () => {
    const body = BODIES.generate as object;
    const byHeader = await server.request('alice', 'POST', '/v1/chat/completions', body, { 'x-project-id': foreign });
    const byBody = await server.request('alice', 'POST', '/v1/chat/completions', { ...body, project_id: foreign });
    expect([byHeader.status, byBody.status]).toEqual([404, 404]);
  });

  it('is not listed', async () => {
    expect(await (await server.request('alice', 'GET', `${ASK_YODA}/`)).json()).toEqual([]);
  });

  it('hides its chunks behind a project of the caller', async () => {
    const own = await server.createProject('alice');
    const found = (await (
      await server.request('bob', 'POST', `${ASK_YODA}/${foreign}/query/`, { query: 'recipe' })
    ).json()) as {
      result: { id: string }[];
    };
    const chunk = await server.request('alice', 'GET', `/v1/projects/${own}/chunks/${found.result[0]?.id}`);
    expect(chunk.status).toBe(404);
  });

  it.each(['getConversation', 'replaceConversationName', 'updateConversationName', 'deleteConversation'] as const)(
    'does not lend its conversation to a project of the caller: %s',
    async (operationId) => {
      const { method, path } = OPERATIONS[operationId];
      const own = path.replace(':project_id', await server.createProject('alice'));
      const answers = [foreignConversation, randomUUID()].map(async (id) => {
        const response = await server.request('alice', method, own.replace(':conversation_id', id));
        return [response.status, await response.text()];
      });
      const [onForeign, onUnknown] = await Promise.all(answers);
      expect(onForeign?.[0]).toBe(404);
      expect(onForeign).toEqual(onUnknown);
    },
  );

  it.each(['generate', 'explainGenerate', 'createProjectChatCompletion'] as const)(
    'does not lend its conversation to %s of the caller',
    async (operationId) => {
      const { method, path } = OPERATIONS[operationId];
      const own = path.replace(':project_id', await server.createProject('alice'));
      const answers = [foreignConversation, randomUUID()].map(async (id) => {
        const response = await server.request('alice', method, own, { ...CHAT, conversation_id: id });
        return [response.status, await response.text()];
      });
      const [onForeign, onUnknown] = await Promise.all(answers);
      expect(onForeign?.[0]).toBe(404);
      expect(onForeign).toEqual(onUnknown);
    },
  );

  it('lends its conversation as a cursor no more than one that never existed', async () => {
    const own = await server.createProject('alice');
    const answers = [foreignConversation, randomUUID()].map(async (id) => {
      const response = await server.request('alice', 'GET', `${ASK_YODA}/${own}/conversations/?after=${id}`);
      return [response.status, await response.text()];
    });
    const [onForeign, onUnknown] = await Promise.all(answers);
    expect(onForeign?.[0]).toBe(400);
    expect(onForeign).toEqual(onUnknown);
  });

  it('is still there and unharmed', async () => {
    const info = await (await server.request('bob', 'GET', `${ASK_YODA}/${foreign}/info/`)).json();
    expect(info).toMatchObject({ collection_size: 1 });
  });
});
