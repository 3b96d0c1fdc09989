import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import OpenAI, { APIError, NotFoundError } from 'openai';
import { signToken, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let client: OpenAI;

beforeAll(async () => {
  server = await startTestServer();
  const project = await server.createProject('alice', ['The lighthouse was built in 1871 and is 42 metres high.']);
  const apiKey = await signToken({ sub: 'alice' });
  client = new OpenAI({ baseURL: `${server.url}/v1/projects/${project}`, apiKey, maxRetries: 0 });
});
afterAll(() => server.close());

const question = [{ role: 'user' as const, content: 'How high is the lighthouse?' }];
const weather = {
  type: 'function' as const,
  function: { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
};

describe('the openai SDK, with only its base URL changed', () => {
  it('create: answers with text, usage and our fields', async () => {
    const answer = await client.chat.completions.create({ model: 'local/extractive', messages: question });
    expect(answer.choices[0]?.message.content).toContain('42 metres');
    expect(answer.usage?.total_tokens).toBeGreaterThan(0);
    expect(answer).toMatchObject({ provider: 'local', sources: [{ text: expect.stringContaining('lighthouse') }] });
    expect(answer.choices[0]?.message.annotations?.[0]).toMatchObject({ type: 'url_citation' });
  });

  it.each(['local/extractive', 'openai/stream-20'])('create with stream: iterates the chunks of %s', async (model) => {
    const stream = await client.chat.completions.create({ model, messages: question, stream: true });
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    expect(chunks[0]).toHaveProperty('sources');
    expect(chunks.at(-1)?.choices[0]?.finish_reason).toBe('stop');
  });

  it('.stream(): accumulates the final completion and its usage', async () => {
    const runner = client.chat.completions.stream({
      model: 'local/extractive',
      messages: question,
      stream_options: { include_usage: true },
    });
    const final = await runner.finalChatCompletion();
    expect(final.choices[0]?.message.content).toContain('42 metres');
    expect((await runner.totalUsage()).completion_tokens).toBeGreaterThan(0);
  });

  it('tools: the call comes back, whole and streamed, and its result goes up again', async () => {
    const request = { model: 'openai/tool-call', messages: question, tools: [weather] };
    const whole = await client.chat.completions.create(request);
    const call = whole.choices[0]?.message.tool_calls?.[0];
    expect(whole.choices[0]?.finish_reason).toBe('tool_calls');
    expect(call).toMatchObject({ type: 'function', function: { name: 'get_weather' } });
    const streamed = await client.chat.completions.stream(request).finalChatCompletion();
    expect(streamed.choices[0]?.message.tool_calls?.[0]).toMatchObject({ function: { name: 'get_weather' } });
    const second = await client.chat.completions.create({
      model: 'openai/echo',
      messages: [...question, whole.choices[0]!.message, { role: 'tool', tool_call_id: call!.id, content: '21 °C' }],
      tools: [weather],
    });
    expect(second.choices[0]?.finish_reason).toBe('stop');
    const sent = server.upstream.requests.at(-1)?.body as { messages: unknown[] };
    expect(sent.messages.at(-1)).toEqual({ role: 'tool', tool_call_id: call!.id, content: '21 °C' });
    expect(sent.messages.at(-2)).toMatchObject({ role: 'assistant', tool_calls: [call] });
    expect(sent.messages.at(-2)).not.toHaveProperty('annotations');
  });

  it('abort: ends the stream at both ends', async () => {
    const stream = await client.chat.completions.create({
      model: 'openai/stall-mid-stream',
      messages: question,
      stream: true,
    });
    for await (const chunk of stream) {
      expect(chunk.choices).toBeDefined();
      stream.controller.abort();
    }
    expect(await server.upstream.requests.at(-1)?.ended).toBe('aborted');
  });

  it('a stream that is cut throws, with our message', async () => {
    const stream = await client.chat.completions.create({
      model: 'openai/cut-mid-stream',
      messages: question,
      stream: true,
    });
    const read = async (): Promise<void> => {
      for await (const chunk of stream) expect(chunk.choices).toBeDefined();
    };
    await expect(read()).rejects.toBeInstanceOf(APIError);
  });

  it('errors: typed by the SDK, the field named', async () => {
    await expect(
      client.chat.completions.create({ model: 'nobody/nothing', messages: question }),
    ).rejects.toBeInstanceOf(NotFoundError);
    const bad = client.chat.completions.create({ model: 'local/extractive', messages: question, temperature: 3 });
    await expect(bad).rejects.toMatchObject({ status: 400, param: 'temperature', type: 'invalid_request_error' });
  });

  it('models.list: works at the same base URL', async () => {
    const { data } = await client.models.list();
    expect(data.map(({ id }) => id)).toContain('local/extractive');
  });
});
