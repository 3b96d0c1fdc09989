import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AuthenticationError,
  createClient,
  type GroundwireClient,
  InvalidRequestError,
  NotFoundError,
} from '@groundwire/client';
import { signToken, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let client: GroundwireClient;
let project: string;

beforeAll(async () => {
  server = await startTestServer();
  client = createClient({ baseUrl: server.url, token: () => signToken({ sub: 'alice' }) });
  const created = await client.createProject({
    project_name: 'Sea',
    collection_name: 'sea',
    embeddings_provider: 'mistral',
  });
  project = created.project_id;
  await client.addText(project, { texts: ['The ferry leaves at 8 and at 16.'], metadata: [{ title: 'Ferry' }] });
});
afterAll(() => server.close());

const ask = { model: 'local/extractive', messages: [{ role: 'user' as const, content: 'When does the ferry leave?' }] };

describe('the generated client against the running server', () => {
  it('generate', async () => {
    const answer = await client.generate(project, ask);
    expect(answer.choices[0]?.message.content).toContain('at 8 and at 16');
    expect(answer.sources[0]?.title).toBe('Ferry');
  });

  it('addFile, getFile, listFiles and deleteFile', async () => {
    const file = new File(['The bridge opens at noon.'], 'bridge.txt');
    const { file_id, status } = await client.addFile(project, { file, metadata: { title: 'Bridge' }, force: true });
    expect(status).toBe('processing');
    expect(await client.getFile(project, file_id)).toMatchObject({
      file_name: 'bridge.txt',
      metadata: { title: 'Bridge' },
    });
    expect(await client.listFiles(project)).toHaveLength(1);
    await client.deleteFile(project, file_id);
    await expect(client.getFile(project, file_id)).rejects.toThrow(NotFoundError);
  });

  it('generateStream', async () => {
    const pieces: string[] = [];
    for await (const chunk of client.generateStream(project, ask)) pieces.push(chunk.choices[0]?.delta.content ?? '');
    expect(pieces.join('')).toContain('at 8 and at 16');
  });

  it('generateStream throws when the server says that the stream failed', async () => {
    const read = async (): Promise<void> => {
      for await (const chunk of client.generateStream(project, { ...ask, model: 'openai/cut-mid-stream' })) {
        expect(chunk.id).toBeTruthy();
      }
    };
    await expect(read()).rejects.toMatchObject({ type: expect.stringMatching(/^upstream_/) });
  });

  it('listRequests, getRequest and getUsage', async () => {
    const labels = { user: 'captain', metadata: { team: 'sea' } };
    await client.generate(project, { ...ask, ...labels });
    await client.generate(project, { ...ask, ...labels });
    const from = new Date(Date.now() - 3_600_000).toISOString();
    const filter = { from, user: 'captain', metadata_key: 'team', metadata_value: 'sea', model: 'local/extractive' };
    const first = await client.listRequests(project, { ...filter, status: '2xx', limit: 1 });
    const second = await client.listRequests(project, { ...filter, limit: 1, cursor: first.next_cursor! });
    expect([first.requests.length, second.requests.length, second.next_cursor]).toEqual([1, 1, null]);
    const [one] = second.requests;
    expect(await client.getRequest(project, one!.id)).toEqual({ ...one, content: null });
    expect((await client.getUsage(project, filter)).totals).toMatchObject({ requests: 2, failed: 0, cost: '0' });
  });

  it('typed errors', async () => {
    await expect(client.getProject('0198c0de-7000-7abc-8def-0123456789ab')).rejects.toBeInstanceOf(NotFoundError);
    await expect(client.generate(project, { ...ask, temperature: 3 })).rejects.toBeInstanceOf(InvalidRequestError);
    const stranger = createClient({ baseUrl: server.url, token: 'nonsense' });
    await expect(stranger.listProjects()).rejects.toBeInstanceOf(AuthenticationError);
  });

  it('createBotPrompt, updateBotPrompt and removeBotPrompt', async () => {
    await client.createBotPrompt(project, { name: 'pilot', model: 'local/extractive', text: 'Be brief.' });
    await client.updateBotPrompt(project, 'pilot', { name: 'mate', model: 'openai/echo', text: 'Be kind.' });
    expect((await client.askLlm(project, { query: 'Ferry?' })).llm_provider).toBe('openai');
    await client.removeBotPrompt(project);
    await expect(client.updateBotPrompt(project, 'mate', { name: 'm', model: 'm', text: 't' })).rejects.toThrow(
      NotFoundError,
    );
  });

  it('explain', async () => {
    expect((await client.explain(project, ask)).calls).toHaveLength(1);
  });

  it('every other operation', async () => {
    expect((await client.listProjects()).map(({ project_id }) => project_id)).toContain(project);
    expect((await client.getProjectInfo(project)).collection_size).toBe(1);
    const { result } = await client.query(project, { query: 'ferry' });
    expect((await client.getChunk(project, result[0]!.id)).text).toContain('ferry');
    expect((await client.listModels()).data[0]?.id).toBe('local/extractive');
    const spare = await client.createProject({
      project_name: 'x',
      collection_name: 'x',
      embeddings_provider: 'openai',
    });
    await client.deleteProject(spare.project_id);
    await expect(client.getProject(spare.project_id)).rejects.toBeInstanceOf(NotFoundError);
  });
});
