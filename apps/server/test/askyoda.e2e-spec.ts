import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

const run = promisify(execFile);

/** The example of the AskYoda page, field for field, as published. */
const PAGE_EXAMPLE = {
  messages: [{ role: 'user', content: [{ type: 'text', text: 'How do I water a cactus?' }] }],
  model: 'openai/gpt-4o',
  reasoning_effort: 'low',
  metadata: [{ key: 'team', value: 'support' }],
  frequency_penalty: 0,
  logit_bias: { '50256': -100.5 },
  logprobs: true,
  top_logprobs: 2,
  max_completion_tokens: 200,
  n: 1,
  modalities: ['text'],
  prediction: { expected: 'water' },
  audio: { note: 'none' },
  presence_penalty: 0,
  response_format: { type: 'text' },
  seed: 1,
  service_tier: 'auto',
  stop: ['###'],
  stream: false,
  stream_options: { include_usage: true },
  temperature: 0.7,
  top_p: 0.9,
  tools: [{ type: 'function', function: { name: 'water', parameters: { type: 'object', properties: {} } } }],
  tool_choice: 'water',
  parallel_tool_calls: true,
  user: 'user-1',
  thinking: { type: 'enabled', budget_tokens: '1024' },
  filter_documents: {},
  min_score: 0.1,
  k: 3,
  max_tokens: 100,
};

let server: TestServer;
let project: string;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject('alice', ['Water a cactus every two weeks. In winter a cactus needs no water.']);
  token = await signToken({ sub: 'alice' });
});
afterAll(() => server.close());

async function curl(path: string, body: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const { stdout } = await run('curl', [
    '-sS',
    '-X',
    'POST',
    `${server.url}${path}`,
    '-H',
    `Authorization: Bearer ${token}`,
    '-H',
    'Content-Type: application/json',
    '-d',
    JSON.stringify(body),
    '-w',
    '\n%{http_code}',
  ]);
  const [text = '', status] = stdout.split(/\n(?=\d{3}$)/);
  return { status: Number(status), body: JSON.parse(text) as Record<string, unknown> };
}

describe("curl with the page's own example", () => {
  it.each([`${ASK_YODA}/ID/generate/`, `${ASK_YODA}/ID/generate`])('%s answers from the documents', async (path) => {
    const answer = await curl(path.replace('ID', project), { ...PAGE_EXAMPLE, model: 'local/extractive' });
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body.choices)).toContain('every two weeks');
  });

  it('reaches a strict OpenAI wire in a form that it accepts, and every change is reported', async () => {
    const answer = await curl(`${ASK_YODA}/${project}/generate/`, { ...PAGE_EXAMPLE, model: 'openai/echo' });
    expect(answer).toMatchObject({ status: 200 });
    const changed = (answer.body.adjustments as { parameter: string }[]).map(({ parameter }) => parameter);
    expect(changed).toEqual(
      expect.arrayContaining(['logit_bias', 'prediction', 'audio', 'thinking', 'tool_choice', 'metadata']),
    );
  });
});

describe('the life of a project', () => {
  it('create, list, get, add, query, info, delete', async () => {
    const call = async (method: string, path: string, body?: object): Promise<{ status: number; json: unknown }> => {
      const response = await server.request('carol', method, ASK_YODA + path, body);
      return { status: response.status, json: response.status === 204 ? undefined : await response.json() };
    };
    const created = await call('POST', '/', {
      project_name: 'Plants',
      collection_name: 'plants',
      embeddings_provider: 'cohere',
      db_provider: 'qdrant',
      chunk_size: 500,
      credential: null,
    });
    expect(created.status).toBe(200);
    const { project_id: id, adjustments } = created.json as {
      project_id: string;
      adjustments: { parameter: string; action: string }[];
    };
    expect(adjustments.map(({ parameter, action }) => `${parameter} ${action}`)).toEqual([
      'embeddings_provider not_executed',
      'db_provider translated',
    ]);
    expect((await call('GET', '/')).json).toMatchObject([{ project_id: id, project_name: 'Plants', chunk_size: 500 }]);
    expect((await call('GET', `/${id}/`)).json).toMatchObject({
      collection_name: 'plants',
      embeddings_provider: 'cohere',
      llm_provider: null,
    });
    const added = await call('POST', `/${id}/add_text/`, {
      texts: ['Ferns like shade.', 'Cacti like sun.'],
      metadata: [{ page: 1 }, { page: 2 }],
    });
    expect(added).toMatchObject({ status: 201, json: { chunk_count: 2 } });
    const found = await call('POST', `/${id}/query/`, { query: 'Who likes sun?', k: 1 });
    expect(found).toMatchObject({
      status: 200,
      json: {
        result: [
          {
            version: expect.any(Number),
            vector: null,
            payload: { page_content: 'Cacti like sun.', metadata: { page: 2 } },
          },
        ],
      },
    });
    expect((await call('GET', `/${id}/info/`)).json).toMatchObject({
      collection_size: 2,
      embeddings_provider: 'none',
      llm_provider: 'local',
      llm_model: 'extractive',
    });
    expect((await call('DELETE', `/${id}/`)).status).toBe(204);
    expect(await call('DELETE', `/${id}/`)).toEqual({ status: 404, json: { details: 'Not Found' } });
    expect((await call('GET', '/')).json).toEqual([]);
  });
});
