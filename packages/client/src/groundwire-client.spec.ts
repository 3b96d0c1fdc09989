import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import * as sdk from './gen/sdk.gen.ts';
import { collect, openStream, sendJson, startLoopbackServer } from './testing/loopback-server.ts';
import type { LoopbackServer } from './testing/loopback-server.ts';
import { createClient } from './index.ts';
import type { ChatCompletion, ChatCompletionChunk, GroundwireClient, Project } from './index.ts';

const project = '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c';
const chunk = '0198c0de-6b21-7f00-8a41-5f6e7d8c9b0a';
const chat = { model: 'local/extractive', messages: [{ role: 'user' as const, content: 'When are you open?' }] };
const askYoda = '/v2/aiproducts/askyoda/v2/';

let server: LoopbackServer;
afterEach(() => server.close());

const names = { project_name: 'Support', collection_name: 'faq', embeddings_provider: 'openai' as const };
const operations: Record<
  string,
  { line: string; body?: unknown; call: (client: GroundwireClient) => Promise<unknown> }
> = {
  createProject: { line: `POST ${askYoda}`, body: names, call: (client) => client.createProject(names) },
  listProjects: { line: `GET ${askYoda}`, call: (client) => client.listProjects() },
  getProject: { line: `GET ${askYoda}${project}/`, call: (client) => client.getProject(project) },
  getProjectInfo: { line: `GET ${askYoda}${project}/info/`, call: (client) => client.getProjectInfo(project) },
  addText: {
    line: `POST ${askYoda}${project}/add_text/`,
    body: { texts: ['a'] },
    call: (client) => client.addText(project, { texts: ['a'] }),
  },
  query: {
    line: `POST ${askYoda}${project}/query/`,
    body: { query: 'a' },
    call: (client) => client.query(project, { query: 'a' }),
  },
  askLlm: {
    line: `POST ${askYoda}${project}/ask_llm/`,
    body: { query: 'a' },
    call: (client) => client.askLlm(project, { query: 'a' }),
  },
  listChunks: {
    line: `POST ${askYoda}${project}/list_chunks_ids/`,
    body: { limit: 5 },
    call: (client) => client.listChunks(project, { limit: 5 }),
  },
  deleteChunks: {
    line: `DELETE ${askYoda}${project}/delete_chunk/`,
    body: { ids: [chunk] },
    call: (client) => client.deleteChunks(project, [chunk]),
  },
  deleteAllChunks: {
    line: `DELETE ${askYoda}${project}/delete_all_chunks/`,
    call: (client) => client.deleteAllChunks(project),
  },
  updateProject: {
    line: `PATCH ${askYoda}${project}/update_project/`,
    body: { chunk_size: 500 },
    call: (client) => client.updateProject(project, { chunk_size: 500 }),
  },
  getLimits: {
    line: `GET ${askYoda}${project}/limits/`,
    call: (client) => client.getLimits(project),
  },
  replaceLimits: {
    line: `PUT ${askYoda}${project}/limits/`,
    body: { requests_per_minute: 600 },
    call: (client) => client.replaceLimits(project, { requests_per_minute: 600 }),
  },
  createBotPrompt: {
    line: `POST ${askYoda}${project}/create_bot_prompt/?model=m&name=n&text=t`,
    call: (client) => client.createBotPrompt(project, { model: 'm', name: 'n', text: 't' }),
  },
  addImage: {
    line: `POST ${askYoda}${project}/add_image/`,
    body: { file_url: 'https://example.com/a.png', prompt: 'What is it?' },
    call: (client) => client.addImage(project, { file_url: 'https://example.com/a.png', prompt: 'What is it?' }),
  },
  addVideo: {
    line: `POST ${askYoda}${project}/add_video/`,
    body: { file_url: 'https://example.com/a.mp4' },
    call: (client) => client.addVideo(project, { file_url: 'https://example.com/a.mp4' }),
  },
  explain: {
    line: `POST ${askYoda}${project}/generate/explain/`,
    body: chat,
    call: (client) => client.explain(project, chat),
  },
  listBotPrompts: {
    line: `GET ${askYoda}${project}/bot_prompts/`,
    call: (client) => client.listBotPrompts(project),
  },
  addUrl: {
    line: `POST ${askYoda}${project}/add_url/`,
    body: { urls: ['https://example.com/'] },
    call: (client) => client.addUrl(project, { urls: ['https://example.com/'] }),
  },
  'addFile of an address': {
    line: `POST ${askYoda}${project}/add_file/`,
    body: { file_url: 'https://example.com/a.pdf' },
    call: (client) => client.addFile(project, { file_url: 'https://example.com/a.pdf' }),
  },
  listFiles: { line: `GET ${askYoda}${project}/files/`, call: (client) => client.listFiles(project) },
  getFile: { line: `GET ${askYoda}${project}/files/${chunk}/`, call: (client) => client.getFile(project, chunk) },
  getChunk: { line: `GET /v1/projects/${project}/chunks/${chunk}`, call: (client) => client.getChunk(project, chunk) },
  createConversation: {
    line: `POST ${askYoda}${project}/conversations/`,
    body: { name: 'Hours' },
    call: (client) => client.createConversation(project, { name: 'Hours' }),
  },
  listConversations: {
    line: `GET ${askYoda}${project}/conversations/?limit=2&after=${chunk}`,
    call: (client) => client.listConversations(project, { limit: 2, after: chunk }),
  },
  getConversation: {
    line: `GET ${askYoda}${project}/conversations/${chunk}/?after=7`,
    call: (client) => client.getConversation(project, chunk, { after: 7 }),
  },
  renameConversation: {
    line: `PUT ${askYoda}${project}/conversations/${chunk}/`,
    body: { name: 'Hours' },
    call: (client) => client.renameConversation(project, chunk, { name: 'Hours' }),
  },
  generate: {
    line: `POST ${askYoda}${project}/generate/`,
    body: chat,
    call: (client) => client.generate(project, chat),
  },
  chatCompletion: { line: 'POST /v1/chat/completions', body: chat, call: (client) => client.chatCompletion(chat) },
  'chatCompletion of a project': {
    line: `POST /v1/projects/${project}/chat/completions`,
    body: chat,
    call: (client) => client.chatCompletion(chat, { projectId: project }),
  },
  listModels: { line: 'GET /v1/models', call: (client) => client.listModels() },
  getLiveness: { line: 'GET /health/live', call: (client) => client.getLiveness() },
  getReadiness: { line: 'GET /health/ready', call: (client) => client.getReadiness() },
};

describe('each operation sends one request and gives back what the server answered', () => {
  it.each(Object.entries(operations))('%s', async (_name, { line, body, call }) => {
    const answer = { answer: 42 };
    server = await startLoopbackServer((response) => sendJson(response, 200, answer));
    await expect(call(createClient({ baseUrl: server.baseUrl, token: 'abc' }))).resolves.toEqual(answer);
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([line]);
    expect(server.requests[0]?.body).toEqual(body);
  });

  it.each<[string, string, (client: GroundwireClient) => Promise<void>]>([
    ['deleteProject', `DELETE ${askYoda}${project}/`, (client) => client.deleteProject(project)],
    ['deleteFile', `DELETE ${askYoda}${project}/files/${chunk}/`, (client) => client.deleteFile(project, chunk)],
    [
      'deleteConversation',
      `DELETE ${askYoda}${project}/conversations/${chunk}/`,
      (client) => client.deleteConversation(project, chunk),
    ],
    [
      'updateBotPrompt',
      `PATCH ${askYoda}${project}/n%20%2F/?model=m&name=n2&text=t`,
      (client) => client.updateBotPrompt(project, 'n /', { model: 'm', name: 'n2', text: 't' }),
    ],
    ['removeBotPrompt', `DELETE ${askYoda}${project}/remove_bot_prompt/`, (client) => client.removeBotPrompt(project)],
  ])('%s, which answers nothing', async (_name, line, call) => {
    server = await startLoopbackServer((response) => response.writeHead(204).end());
    await expect(call(createClient({ baseUrl: server.baseUrl, token: 'abc' }))).resolves.toBeUndefined();
    expect(server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([line]);
  });

  it('and none is missing, but those that say the same as another', () => {
    const sources = ['documents-client.ts', 'groundwire-client.ts'].map((file) =>
      readFileSync(new URL(file, import.meta.url), 'utf8'),
    );
    const sent = new Set(sources.join('').match(/(?<=operations[.])\w+/g));
    expect(Object.keys(sdk).filter((name) => !sent.has(name))).toEqual(['listProjectModels', 'updateConversationName']);
  });

  it.each([
    ['generateStream', `${askYoda}${project}/generate/`],
    ['chatCompletionStream', '/v1/chat/completions'],
    ['chatCompletionStream of a project', `/v1/projects/${project}/chat/completions`],
  ])('%s', async (name, url) => {
    const piece = {
      id: 'c',
      object: 'chat.completion.chunk',
      created: 1,
      model: 'm',
      choices: [{ index: 0, delta: {}, finish_reason: 'stop' }],
    };
    server = await startLoopbackServer((response) => {
      openStream(response);
      response.end(`data: ${JSON.stringify(piece)}\n\ndata: [DONE]\n\n`);
    });
    const client = createClient({ baseUrl: server.baseUrl, token: 'abc' });
    const options = name.endsWith('project') ? { projectId: project } : {};
    const stream =
      name === 'generateStream' ? client.generateStream(project, chat) : client.chatCompletionStream(chat, options);
    await expect(collect(stream)).resolves.toEqual([piece]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({ method: 'POST', url, body: { ...chat, stream: true } });
  });
});

it('a client that is printed shows no token', () => {
  const client = createClient({ baseUrl: 'http://127.0.0.1:1', token: 'abc-secret' });
  expect(inspect(client, { depth: 9, showHidden: true })).not.toContain('abc-secret');
});

describe('a call that fails', () => {
  it.each([400, 429, 500, 503])('is not repeated (%d)', async (status) => {
    server = await startLoopbackServer((response) =>
      sendJson(response, status, { error: { type: 'x', message: 'no' } }),
    );
    const client = createClient({ baseUrl: server.baseUrl, token: 'abc' });
    await expect(client.generate(project, chat)).rejects.toMatchObject({ status });
    await expect(collect(client.generateStream(project, chat))).rejects.toMatchObject({ status });
    expect(server.requests).toHaveLength(2);
  });

  it('by timeout says so', async () => {
    server = await startLoopbackServer(() => undefined);
    const client = createClient({ baseUrl: server.baseUrl, token: 'abc', timeoutMs: 20 });
    await expect(client.listModels()).rejects.toMatchObject({ name: 'RequestTimeoutError' });
    await expect(client.listModels({ timeoutMs: 10 })).rejects.toThrow('Nothing came from the server for 10 ms.');
  });

  it('by abort says so and closes the connection', async () => {
    const controller = new AbortController();
    const closed = Promise.withResolvers<void>();
    server = await startLoopbackServer((response) => {
      response.on('close', () => closed.resolve());
      controller.abort('enough');
    });
    const call = createClient({ baseUrl: server.baseUrl, token: 'abc' }).listModels({ signal: controller.signal });
    await expect(call).rejects.toMatchObject({ name: 'RequestAbortedError', cause: 'enough' });
    await closed.promise;
  });

  it('before it began sends nothing', async () => {
    server = await startLoopbackServer((response) => sendJson(response, 200, {}));
    const call = createClient({ baseUrl: server.baseUrl, token: 'abc' }).listModels({ signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ name: 'RequestAbortedError' });
    expect(server.requests).toHaveLength(0);
  });
});

it('the signatures say what fits (checked by tsc)', async () => {
  server = await startLoopbackServer((response) => sendJson(response, 200, {}));
  const signatures = (client: GroundwireClient): unknown[] => [
    client.getProject(project) satisfies Promise<Project>,
    client.generate(project, { ...chat, k: 3, min_score: 0.3, stream: false }) satisfies Promise<ChatCompletion>,
    client.generateStream(project, chat) satisfies AsyncIterable<ChatCompletionChunk>,
    client.chatCompletionStream({ ...chat, stream: true, verbosity: 'low' }),
    // @ts-expect-error A streamed answer is no ChatCompletion.
    client.generate(project, { ...chat, stream: true }),
    // @ts-expect-error A stream that is not streamed.
    client.generateStream(project, { ...chat, stream: false }),
    // @ts-expect-error The model is required.
    client.generate(project, { messages: chat.messages }),
    // @ts-expect-error No such role.
    client.chatCompletion({ model: 'm', messages: [{ role: 'robot', content: '' }] }),
    // @ts-expect-error No such embeddings.
    client.createProject({ ...names, embeddings_provider: 'none' }),
  ];
  expect(signatures).toHaveLength(1);
});
