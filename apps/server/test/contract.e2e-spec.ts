import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { OPERATIONS } from '@groundwire/dto';
import { findDrift } from '../../../packages/dto/src/testing/find-drift.ts';
import { contract, faults } from './contract/contract.ts';
import { ASK_YODA, readEvents, startTestServer, type TestServer } from './harness.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

let server: TestServer;
let project: string;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject('alice', ['A project is a collection of documents.']);
});
afterAll(() => server.close());

describe('routes', () => {
  it('are exactly those of the contract, and those of the documentation', () => {
    const inContract = Object.entries(contract.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map(
        (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1').replace(/\/$/, '')}`,
      ),
    );
    const documentation = (route: string): boolean => / \/(docs.*|openapi\..*)?$/.test(route);
    const served = routesOf(server).filter((route) => !documentation(route));
    expect(served.sort()).toEqual(inContract.sort());
  });
});

describe('decorators', () => {
  it('describe the very contract that openapi.yaml is', () => {
    const described = SwaggerModule.createDocument(server.app, new DocumentBuilder().build());
    expect(findDrift(contract, described)).toEqual([]);
  });
});

describe('documented examples', () => {
  const fields = [
    'GenerateRequest',
    'ChatCompletionRequest',
    'CreateProjectRequest',
    'AddTextRequest',
    'AddFileRequest',
    'AddImageRequest',
    'AddVideoRequest',
    'AddUrlRequest',
    'ConversationRequest',
    'AskLlmRequest',
    'ListChunksRequest',
    'DeleteChunksRequest',
    'UpdateProjectRequest',
  ].flatMap((schema) =>
    Object.entries(propertiesOf(schema)).flatMap(([field, { examples = [] }]) =>
      examples.map((example) => [schema, field, example] as const),
    ),
  );
  const REQUIRED: Record<string, object> = {
    GenerateRequest: { model: 'local/extractive', messages: [{ role: 'user', content: 'What is a project?' }] },
    ChatCompletionRequest: { model: 'local/extractive', messages: [{ role: 'user', content: 'What is a project?' }] },
    CreateProjectRequest: { project_name: 'p', collection_name: 'c', embeddings_provider: 'openai' },
    AddTextRequest: { texts: ['a text'] },
    AddFileRequest: { file_url: 'http://nowhere.invalid/a.pdf' },
    AddImageRequest: { file_url: 'http://nowhere.invalid/a.png' },
    AddVideoRequest: { file_url: 'http://nowhere.invalid/a.mp4' },
    AddUrlRequest: { urls: ['http://nowhere.invalid/a'] },
    ConversationRequest: {},
    AskLlmRequest: { query: 'project' },
    ListChunksRequest: {},
    DeleteChunksRequest: { id: '0198c0de-7000-7abc-8def-0123456789ab' },
    UpdateProjectRequest: {},
  };
  const PATHS: Record<string, string> = {
    GenerateRequest: `${ASK_YODA}/ID/generate/`,
    ChatCompletionRequest: '/v1/projects/ID/chat/completions',
    CreateProjectRequest: `${ASK_YODA}/`,
    AddTextRequest: `${ASK_YODA}/ID/add_text/`,
    AddFileRequest: `${ASK_YODA}/ID/add_file/`,
    AddImageRequest: `${ASK_YODA}/ID/add_image/`,
    AddVideoRequest: `${ASK_YODA}/ID/add_video/`,
    AddUrlRequest: `${ASK_YODA}/ID/add_url/`,
    ConversationRequest: `${ASK_YODA}/ID/conversations/`,
    AskLlmRequest: `${ASK_YODA}/ID/ask_llm/`,
    ListChunksRequest: `${ASK_YODA}/ID/list_chunks_ids/`,
    DeleteChunksRequest: `${ASK_YODA}/ID/delete_chunk/`,
    UpdateProjectRequest: `${ASK_YODA}/ID/update_project/`,
  };

  const METHOD_OF: Record<string, string> = { DeleteChunksRequest: 'DELETE', UpdateProjectRequest: 'PATCH' };

  it('every field of Generate has one', () => {
    const without = Object.entries(propertiesOf('GenerateRequest')).filter(([, { examples }]) => !examples?.length);
    expect(without).toEqual([]);
    const published = Object.keys(propertiesOf('GenerateRequest')).filter(
      (field) => !(field in propertiesOf('GatewayParameters')),
    );
    expect(published).toHaveLength(35);
  });

  // These name what is not here: a project, a conversation, a model.
  const absent = ['project_id', 'conversation_id'];
  const present = fields.filter(([, field, example]) => !absent.includes(field) && example !== 'openai/gpt-4o-mini');

  it.each(present)('%s.%s: %j is accepted', async (schema, field, example) => {
    const response = await server.request('alice', METHOD_OF[schema] ?? 'POST', PATHS[schema]!.replace('ID', project), {
      ...REQUIRED[schema],
      [field]: example,
    });
    expect(response.status).toBeLessThan(300);
  });
});

describe('responses hold to the contract', () => {
  const ask = { model: 'local/extractive', messages: [{ role: 'user', content: 'What is a project?' }] };
  const ABSENT = '0198c0de-7000-7abc-8def-0123456789ab';
  const schemaOf: [string, string, string, object | undefined, string][] = [
    [
      'createProject',
      'POST',
      `${ASK_YODA}/`,
      { project_name: 'p', collection_name: 'c', embeddings_provider: 'jina' },
      'CreatedProject',
    ],
    ['getProject', 'GET', `${ASK_YODA}/ID/`, undefined, 'Project'],
    ['getProjectInfo', 'GET', `${ASK_YODA}/ID/info/`, undefined, 'ProjectInfo'],
    ['replaceLimits', 'PUT', `${ASK_YODA}/ID/limits/`, { requests_per_minute: 1_000 }, 'LimitReport'],
    ['getLimits', 'GET', `${ASK_YODA}/ID/limits/`, undefined, 'LimitReport'],
    ['addText', 'POST', `${ASK_YODA}/ID/add_text/`, { texts: ['More text.'] }, 'AddedTexts'],
    ['queryProject', 'POST', `${ASK_YODA}/ID/query/`, { query: 'project' }, 'QueryResult'],
    ['askLlm', 'POST', `${ASK_YODA}/ID/ask_llm/`, { query: 'project' }, 'LlmAnswer'],
    ['listChunkIds', 'POST', `${ASK_YODA}/ID/list_chunks_ids/`, { with_payload: true }, 'ChunkList'],
    ['updateProject', 'PATCH', `${ASK_YODA}/ID/update_project/`, { chunk_size: 1200 }, 'ProjectSettings'],
    ['deleteChunk', 'DELETE', `${ASK_YODA}/ID/delete_chunk/?id=${ABSENT}`, undefined, 'DeletedChunks'],
    ['createBotPrompt', 'POST', `${ASK_YODA}/ID/create_bot_prompt/?name=a&model=echo&text=b`, undefined, 'BotPrompt'],
    ['generate', 'POST', `${ASK_YODA}/ID/generate/`, ask, 'ChatCompletion'],
    [
      'generate through a vendor',
      'POST',
      `${ASK_YODA}/ID/generate/`,
      { ...ask, model: 'openai/echo' },
      'ChatCompletion',
    ],
    ['createProjectChatCompletion', 'POST', '/v1/projects/ID/chat/completions', ask, 'ChatCompletion'],
    ['createChatCompletion', 'POST', '/v1/chat/completions', { ...ask, model: 'echo' }, 'ChatCompletion'],
    ['listModels', 'GET', '/v1/models', undefined, 'ModelList'],
    ['listProjectModels', 'GET', '/v1/projects/ID/models', undefined, 'ModelList'],
    ['explainGenerate', 'POST', `${ASK_YODA}/ID/generate/explain/`, ask, 'ExplainedRequest'],
    ['getLiveness', 'GET', '/health/live', undefined, 'Health'],
    ['getReadiness', 'GET', '/health/ready', undefined, 'Health'],
    ['addFile', 'POST', `${ASK_YODA}/ID/add_file/`, { file_url: 'http://nowhere.invalid/a.pdf' }, 'AcceptedFile'],
    ['addImage', 'POST', `${ASK_YODA}/ID/add_image/`, { file_url: 'http://nowhere.invalid/a.png' }, 'AcceptedFile'],
    ['addVideo', 'POST', `${ASK_YODA}/ID/add_video/`, { file_url: 'http://nowhere.invalid/a.mp4' }, 'AcceptedFile'],
    ['addUrl', 'POST', `${ASK_YODA}/ID/add_url/`, { urls: ['http://nowhere.invalid/a'] }, 'AcceptedUrls'],
    ['createConversation', 'POST', `${ASK_YODA}/ID/conversations/`, { name: 'Hours' }, 'Conversation'],
    ['a field error', 'POST', `${ASK_YODA}/ID/generate/`, {}, 'AskYodaFieldError'],
    ['an AskYoda 404', 'GET', `${ASK_YODA}/0198c0de-7000-7abc-8def-0123456789ab/`, undefined, 'AskYodaNotFoundError'],
    ['an AskYoda model 404', 'POST', `${ASK_YODA}/ID/generate/`, { ...ask, model: 'no/such' }, 'AskYodaNotFoundError'],
    ['an OpenAI error', 'POST', '/v1/chat/completions', {}, 'Error'],
  ];
  it.each(schemaOf)('%s', async (_name, method, path, body, schema) => {
    const response = await server.request('alice', method, path.replace('ID', project), body);
    expect(response.headers.get('x-request-id')).toBeTruthy();
    expect(faults(schema, await response.json())).toEqual([]);
  });

  it('listProjects', async () => {
    const projects = (await (await server.request('alice', 'GET', `${ASK_YODA}/`)).json()) as unknown[];
    expect(projects.flatMap((one) => faults('Project', one))).toEqual([]);
    expect(projects.length).toBeGreaterThan(0);
  });

  it('getChunk', async () => {
    const found = await server.request('alice', 'POST', `${ASK_YODA}/${project}/query/`, { query: 'project', k: 1 });
    const { result } = (await found.json()) as { result: { id: string }[] };
    const chunk = await server.request('alice', 'GET', `/v1/projects/${project}/chunks/${result[0]!.id}`);
    expect(chunk.status).toBe(200);
    expect(faults('Chunk', await chunk.json())).toEqual([]);
  });

  it('listFiles, getFile and deleteFile', async () => {
    const spare = await server.createProject('alice');
    const files = `${ASK_YODA}/${spare}/files/`;
    await server.request('alice', 'POST', `${ASK_YODA}/${spare}/add_file/`, {
      file_url: 'http://nowhere.invalid/a.pdf',
    });
    const [file] = (await (await server.request('alice', 'GET', files)).json()) as { file_id: string }[];
    expect(faults('AiProductFile', file)).toEqual([]);
    const one = await server.request('alice', 'GET', `${files}${file!.file_id}/`);
    expect(faults('AiProductFile', await one.json())).toEqual([]);
    const gone = await server.request('alice', 'DELETE', `${files}${file!.file_id}/`);
    expect([gone.status, await gone.text()]).toEqual([204, '']);
  });

  it('conversations', async () => {
    const conversations = `${ASK_YODA}/${project}/conversations/`;
    const created = await server.request('alice', 'POST', conversations, { name: 'A' });
    const { id } = (await created.json()) as { id: string };
    await server.request('alice', 'POST', `${ASK_YODA}/${project}/generate/`, { ...ask, conversation_id: id });
    const list = (await (await server.request('alice', 'GET', conversations)).json()) as unknown[];
    expect(list.flatMap((one) => faults('Conversation', one))).toEqual([]);
    for (const [method, body] of [['GET'], ['PUT', { name: 'B' }], ['PATCH', { name: 'C' }]] as const) {
      const detail = await server.request('alice', method, `${conversations}${id}/`, body);
      expect(faults('ConversationDetail', await detail.json())).toEqual([]);
    }
    const gone = await server.request('alice', 'DELETE', `${conversations}${id}/`);
    expect([gone.status, await gone.text()]).toEqual([204, '']);
  });

  it('listRequests, getRequest and getUsage', async () => {
    const root = `${ASK_YODA}/${project}`;
    const failing = { ...ask, model: 'openai/error-500', fallbacks: ['openai/cut-mid-stream'], stream: true };
    const labelled = { user: 'user-4711', metadata: { team: 'support' }, model: 'openai/echo' };
    for (const body of [{ ...ask, ...labelled }, failing, { ...ask, k: -1 }]) {
      await (await server.request('alice', 'POST', `${root}/generate/`, body)).text();
    }
    const read = async (rest: string): Promise<unknown> => (await server.request('alice', 'GET', root + rest)).json();
    const list = (await read('/requests/?limit=100')) as { requests: { id: string }[] };
    expect([faults('RequestList', list), list.requests.length]).toEqual([[], expect.any(Number)]);
    for (const { id } of list.requests.slice(0, 3)) {
      expect(faults('RequestDetail', await read(`/requests/${id}/`))).toEqual([]);
    }
    expect(faults('UsageReport', await read('/usage/'))).toEqual([]);
  });

  it('deleteAllChunks, listBotPrompts, updateBotPrompt and removeBotPrompt', async () => {
    const spare = await server.createProject('alice', ['A text.']);
    const ask = (method: string, rest: string) => server.request('alice', method, `${ASK_YODA}/${spare}/${rest}`);
    expect(faults('DeletedChunks', await (await ask('DELETE', 'delete_all_chunks/')).json())).toEqual([]);
    await ask('POST', 'create_bot_prompt/?name=a&model=echo&text=b');
    const listed = (await (await ask('GET', 'bot_prompts/')).json()) as unknown[];
    expect([listed.length, listed.flatMap((one) => faults('BotPrompt', one))]).toEqual([1, []]);
    const updated = await ask('PATCH', 'a/?name=a&model=echo&text=c');
    const removed = await ask('DELETE', 'remove_bot_prompt/');
    expect([updated.status, await updated.text(), removed.status, await removed.text()]).toEqual([204, '', 204, '']);
  });

  it('deleteProject', async () => {
    const spare = await server.createProject('alice');
    const response = await server.request('alice', 'DELETE', `${ASK_YODA}/${spare}/`);
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it.each(['local/extractive', 'openai/stream-5', 'openai/tool-call', 'openai/cut-mid-stream'])(
    'a stream of %s',
    async (model) => {
      const tools = [
        { type: 'function', function: { name: 'get_weather', parameters: { type: 'object', properties: {} } } },
      ];
      const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/generate/`, {
        ...ask,
        model,
        stream: true,
        stream_options: { include_usage: true },
        ...(model === 'openai/tool-call' ? { tools } : {}),
      });
      const events = (await readEvents(response)).filter((event) => event !== '[DONE]') as { error?: unknown }[];
      expect(events.flatMap((event) => faults(event.error ? 'StreamError' : 'ChatCompletionChunk', event))).toEqual([]);
      expect(events.length).toBeGreaterThan(1);
    },
  );

  it('every operation was looked at', () => {
    const looked = new Set([
      ...schemaOf.map(([name]) => name),
      ...['listConversations', 'getConversation', 'replaceConversationName', 'updateConversationName'],
      'deleteConversation',
      ...['listRequests', 'getRequest', 'getUsage'],
      ...['deleteAllChunks', 'listBotPrompts', 'updateBotPrompt', 'removeBotPrompt'],
      ...['listProjects', 'deleteProject', 'getChunk', 'listFiles', 'getFile', 'deleteFile'],
    ]);
    expect(Object.keys(OPERATIONS).filter((id) => !looked.has(id))).toEqual([]);
  });
});

function propertiesOf(schema: string): Record<string, { examples?: unknown[] }> {
  const { allOf = [], properties = {} } = contract.components.schemas[schema]!;
  const inherited = allOf.map(({ $ref }) => propertiesOf($ref.split('/').at(-1)!));
  return Object.assign({}, ...inherited, properties) as Record<string, { examples?: unknown[] }>;
}

function routesOf({ app }: TestServer): string[] {
  const printed = app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const routes: string[] = [];
  const path: string[] = [];
  for (const line of printed.split('\n')) {
    const match = /^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (!match) continue;
    const [, indent = '', segment = '', methods] = match;
    path.length = indent.length / 4;
    path.push(segment);
    for (const method of methods?.split(', ') ?? []) {
      if (METHODS.includes(method.toLowerCase())) routes.push(`${method} ${path.join('').replace(/\/$/, '') || '/'}`);
    }
  }
  return [...new Set(routes)];
}
