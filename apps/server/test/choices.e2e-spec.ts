import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Adjustment, ChatCompletion } from '@groundwire/client';
import OpenAI from 'openai';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

/** OpenAI's search models give one answer a call. */
const ONE_ANSWER = 'openai/gpt-4o-search-preview';

let server: TestServer;
let project: string;
let client: OpenAI;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject('alice', ['The lighthouse was built in 1871 and is 42 metres high.']);
  const apiKey = await signToken({ sub: 'alice' });
  client = new OpenAI({ baseURL: `${server.url}/v1/projects/${project}`, apiKey, maxRetries: 0 });
});
beforeEach(() => {
  server.upstream.requests.length = 0;
});
afterAll(() => server.close());

const messages = [{ role: 'user' as const, content: 'How high is the lighthouse?' }];
const generate = (body: object, headers: Record<string, string> = {}): Promise<Response> =>
  server.request('alice', 'POST', `${ASK_YODA}/${project}/generate/`, { messages, ...body }, headers);
const answer = async (body: object): Promise<ChatCompletion> => (await (await generate(body)).json()) as ChatCompletion;
const sent = (): Record<string, unknown>[] => server.upstream.requests.map(({ body }) => body);
const actions = (adjustments: Adjustment[]): string[] =>
  adjustments.map(({ parameter, action }) => `${parameter} ${action}`);

describe('several answers of a provider that gives one a call', () => {
  it('are whole in the openai SDK', async () => {
    const { choices, usage } = await client.chat.completions.create({ model: ONE_ANSWER, messages, n: 3 });
    expect(choices.map(({ index }) => index)).toEqual([0, 1, 2]);
    for (const { message } of choices) expect(message.content).toContain('You said');
    expect(sent()).toHaveLength(3);
    expect(usage?.prompt_tokens).toBe(30);
  });

  it('are one stream in the openai SDK, each with its citations', async () => {
    const runner = client.chat.completions.stream({
      model: ONE_ANSWER,
      messages,
      n: 3,
      stream_options: { include_usage: true },
    });
    const final = await runner.finalChatCompletion();
    expect(final.choices.map(({ index, finish_reason: reason }) => [index, reason])).toEqual([
      [0, 'stop'],
      [1, 'stop'],
      [2, 'stop'],
    ]);
    expect((await runner.totalUsage()).prompt_tokens).toBe(30);
    expect(final).toMatchObject({ adjustments: [{ parameter: 'n', action: 'translated', to: { calls: 3 } }] });
  });

  it('are refused beyond sixteen, before anybody is asked', async () => {
    const body = { model: ONE_ANSWER, messages, n: 17 };
    const response = await server.request('alice', 'POST', '/v1/chat/completions', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { type: 'unsupported_parameter', param: 'n' } });
    expect(sent()).toEqual([]);
  });
});

describe('stop texts that a model does not take', () => {
  it.each([true, false])('end its answer all the same (stream: %s)', async (stream) => {
    const body = { model: 'openai/o3', messages, stop: ['hi', 'is the'] };
    if (stream) {
      const final = await client.chat.completions.stream(body).finalChatCompletion();
      expect(final.choices[0]).toMatchObject({ finish_reason: 'stop', message: { content: 'You said: How ' } });
    } else {
      const { choices } = await client.chat.completions.create(body);
      expect(choices[0]).toMatchObject({ finish_reason: 'stop', message: { content: 'You said: How ' } });
    }
    expect(sent()[0]).not.toHaveProperty('stop');
  });
});

describe('a limit of tokens', () => {
  it('that is ours leaves a model that thinks room to do so', async () => {
    const { adjustments } = await answer({ model: 'openai/o3' });
    expect(sent()[0]).toMatchObject({ max_completion_tokens: 8_292 });
    expect(actions(adjustments)).toEqual(['max_tokens defaulted', 'max_tokens raised', 'max_tokens renamed']);
  });

  it.each([
    ['the model does not think', { model: 'openai/gpt-4o' }, 100],
    ["the limit is the caller's", { model: 'openai/o3', max_tokens: 50 }, 50],
    ["the limit is the caller's, by its newer name", { model: 'openai/o3', max_completion_tokens: 60 }, 60],
  ])('stays as it is when %s', async (_when, body, limit) => {
    await answer(body);
    expect(sent()[0]).toMatchObject({ max_completion_tokens: limit });
  });
});

describe('what asks for nothing', () => {
  const NOTHING = {
    n: 1,
    temperature: 1,
    top_p: 1,
    frequency_penalty: 0,
    logprobs: false,
    top_logprobs: 0,
    parallel_tool_calls: false,
    tools: [],
    metadata: {},
    stop: [],
    max_completion_tokens: 50,
  };

  it.each(['openai/o3', ONE_ANSWER, 'local/extractive'])('is no change for %s, strict or not', async (model) => {
    const response = await generate({ model, ...NOTHING }, { 'x-groundwire-strict': 'true' });
    expect(response.status).toBe(200);
    expect(((await response.json()) as ChatCompletion).adjustments).toEqual([]);
  });
});

it('counts alike whoever counted', async () => {
  const { usage } = await answer({ model: 'openai/echo' });
  expect(usage).toMatchObject({
    prompt_tokens: 10,
    prompt_tokens_details: { cached_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: 0 },
  });
});
