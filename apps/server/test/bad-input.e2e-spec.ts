import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let project: string;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject('alice', ['Groundwire answers from your documents.']);
});
afterAll(() => server.close());

const message = { role: 'user', content: 'What answers?' };
const body = (extra: object): object => ({ model: 'local/extractive', messages: [message], ...extra });
const generate = (value: unknown): Promise<Response> =>
  server.request('alice', 'POST', `${ASK_YODA}/${project}/generate/`, value);
const complete = (value: unknown): Promise<Response> =>
  server.request('alice', 'POST', `/v1/projects/${project}/chat/completions`, value);
async function fieldsOf(response: Response): Promise<string[]> {
  const { error } = (await response.json()) as { error: { message: Record<string, string[]> } };
  return Object.keys(error.message);
}

const WITHIN: Record<string, unknown[]> = {
  temperature: [0, 2],
  top_p: [0, 1],
  frequency_penalty: [-2, 2],
  presence_penalty: [-2, 2],
  top_logprobs: [0, 20],
  max_tokens: [1, 16385],
  max_completion_tokens: [1],
  n: [1],
  k: [1, 1001],
  min_score: [-1, 0, 1, 7],
  seed: [-5, 0, 5],
  user: ['x'],
  reasoning_effort: ['low', 'medium', 'high'],
  service_tier: ['auto', 'default'],
  thinking: [
    { type: 'enabled', budget_tokens: 1024 },
    { type: 'disabled', budget_tokens: 1024 },
  ],
  metadata: [[{ key: 'k'.repeat(64), value: 'v'.repeat(512) }], { team: 'support' }],
  tool_choice: ['auto', { type: 'function', function: { name: 'f' } }],
  stop: [['a'], 'a'],
};
const BEYOND: Record<string, unknown[]> = {
  temperature: [-0.01, 2.01, 'warm', true, [1]],
  top_p: [-0.01, 1.01, 'x'],
  frequency_penalty: [-2.01, 2.01],
  presence_penalty: [-2.01, 2.01],
  top_logprobs: [-1, 21, 1.5],
  max_tokens: [0, 16386, 1.5, 'many'],
  max_completion_tokens: [0],
  n: [0],
  k: [0, -1, 1.5],
  min_score: ['high', { a: 1 }],
  seed: [1.5, 'x'],
  user: [7],
  logprobs: ['maybe', 1],
  stream: ['perhaps', 2],
  parallel_tool_calls: ['x'],
  reasoning_effort: ['extreme', 7],
  service_tier: ['gold'],
  modalities: [['']],
  filter_documents: ['x', [1], { year: { $foo: 1 } }, { type: 'near', key: 'a', value: 1 }],
  logit_bias: [[1]],
  stop: [7],
  tools: ['x'],
  messages: [[], 'x', {}],
  model: ['', 7, null],
  conversation_id: ['not-a-uuid'],
};

describe('generate accepts', () => {
  const cases = Object.entries(WITHIN).flatMap(([field, values]) => values.map((value) => [field, value] as const));
  it.each(cases)('%s: %j', async (field, value) => {
    const response = await generate(body({ [field]: value }));
    expect(response.status).toBe(200);
  });
});

describe('400, the field named, in both families', () => {
  const cases = Object.entries(BEYOND).flatMap(([field, values]) => values.map((value) => [field, value] as const));
  it.each(cases)('%s: %j', async (field, value) => {
    const askYoda = await generate(body({ [field]: value }));
    expect(askYoda.status).toBe(400);
    expect((await fieldsOf(askYoda)).every((name) => name === field || name.startsWith(`${field}.`))).toBe(true);
    // OpenAI's family has no upper limit.
    if (field === 'max_tokens' && value === 16386) return;
    const openAi = await complete(body({ [field]: value }));
    expect(openAi.status).toBe(400);
    const { error } = (await openAi.json()) as { error: Record<string, string> };
    expect(error).toMatchObject({ type: 'invalid_request_error', code: 'invalid_request_error' });
    expect(error.param === field || error.param?.startsWith(`${field}.`)).toBe(true);
  });

  it.each([
    ['logit_bias.50256', { logit_bias: { 50256: 'x' } }],
    ['thinking.budget_tokens', { thinking: { type: 'enabled', budget_tokens: 1023 } }],
    ['thinking.type', { thinking: { type: 'maybe', budget_tokens: 1024 } }],
    ['metadata.0.key', { metadata: [{ key: 'k'.repeat(65), value: 'v' }] }],
    ['metadata.0.value', { metadata: [{ key: 'k', value: 'v'.repeat(513) }] }],
    ['messages.0.role', { messages: [{ role: 'robot', content: 'x' }] }],
    ['messages.0.role', { messages: [{ content: 'x' }] }],
    ['messages.0.content', { messages: [{ role: 'user', content: 7 }] }],
    [
      'messages.1.content.1.type',
      { messages: [message, { role: 'user', content: [{ type: 'text', text: 'a' }, { type: 'smell' }] }] },
    ],
    [
      'messages.0.content.0.image_url',
      { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: 7 }] }] },
    ],
  ])('%s', async (field, extra) => {
    const response = await generate(body(extra));
    expect(response.status).toBe(400);
    expect(await fieldsOf(response)).toContain(field);
  });

  it('a message without content, message or calls', async () => {
    const response = await generate(body({ messages: [{ role: 'user' }] }));
    expect(response.status).toBe(400);
    expect((await fieldsOf(response))[0]).toMatch(/^messages\.0/);
  });

  it('names every fault at once, the path parameter included', async () => {
    const response = await server.request('alice', 'POST', `${ASK_YODA}/not-a-uuid/generate/`, { temperature: 3 });
    expect(response.status).toBe(400);
    expect((await fieldsOf(response)).sort()).toEqual(['messages', 'model', 'project_id', 'temperature']);
  });

  it('more metadata than texts', async () => {
    const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/add_text/`, {
      texts: ['a'],
      metadata: [{}, { b: 1 }],
    });
    expect(response.status).toBe(400);
    expect(await fieldsOf(response)).toEqual(['metadata']);
  });
});

describe('what a form client sends empty', () => {
  it('counts as not given', async () => {
    const response = await generate(
      body({
        auth: 'eyJ-the-callers-key',
        reasoning_effort: null,
        metadata: {},
        frequency_penalty: null,
        logit_bias: {},
        logprobs: false,
        modalities: {},
        prediction: {},
        audio: {},
        response_format: {},
        service_tier: null,
        stop: {},
        stream: false,
        stream_options: {},
        tools: {},
        tool_choice: '',
        parallel_tool_calls: false,
        user: '',
        function_call: '',
        functions: {},
        thinking: {},
        web_search_options: {},
        filter_documents: {},
        conversation_id: '',
      }),
    );
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('eyJ-the-callers-key');
  });

  it('numbers may be spelt as text', async () => {
    const response = await generate(
      body({ temperature: '0.5', k: '2', thinking: { type: 'enabled', budget_tokens: '1024' } }),
    );
    expect(response.status).toBe(200);
  });
});
