import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from './start-fake-upstream.ts';

const messages = [{ role: 'user', content: 'hello there' }];
const tools = [{ type: 'function', function: { name: 'get_weather' } }];

let fake: FakeUpstream;
beforeAll(async () => {
  fake = await startFakeUpstream({ recordings: { recorded: { contentType: 'text/plain', body: 'as it was' } } });
});
afterAll(() => fake.close());

const post = (body: object): Promise<Response> =>
  fetch(`${fake.url}/chat/completions`, { method: 'POST', body: JSON.stringify({ model: 'echo', messages, ...body }) });

describe('the fake upstream', () => {
  it('echoes, whole', async () => {
    const answer = (await (await post({})).json()) as { choices: { message: { content: string } }[] };
    expect(answer.choices[0]?.message.content).toBe('You said: hello there');
  });

  it('echoes, streamed, with usage when it was asked for', async () => {
    const text = await (await post({ stream: true, stream_options: { include_usage: true } })).text();
    const events = text.split('\n\n').filter((event) => event !== '');
    expect(events.at(-1)).toBe('data: [DONE]');
    expect(JSON.parse(events.at(-2)?.slice('data: '.length) ?? '')).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 10 },
    });
  });

  it('lists its models, plays recordings and keeps what arrived', async () => {
    const list = (await (await fetch(`${fake.url}/models`)).json()) as { data: { id: string }[] };
    expect(list.data.map(({ id }) => id)).toContain('echo');
    expect(await (await post({ model: 'recorded' })).text()).toBe('as it was');
    expect(fake.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: '/v1/chat/completions',
      body: { model: 'recorded' },
    });
  });

  it.each<[string, object, string | null]>([
    ['an unknown field', { k: 3 }, null],
    ['an unknown message field', { messages: [{ role: 'user', content: '', annotations: [] }] }, null],
    ['a message without content', { messages: [{ role: 'user' }] }, 'messages[0].content'],
    ['stream_options without stream', { stream_options: { include_usage: true } }, 'stream_options'],
    ['tool_choice without tools', { tool_choice: 'auto' }, 'tool_choice'],
    ['parallel_tool_calls without tools', { parallel_tool_calls: false }, 'parallel_tool_calls'],
    ['a bare tool name', { tools, tool_choice: 'get_weather' }, 'tool_choice'],
    ['no tools in the list', { tools: [] }, 'tools'],
    ['both token limits', { max_tokens: 1, max_completion_tokens: 1 }, 'max_tokens'],
    ['top_logprobs alone', { top_logprobs: 2 }, 'top_logprobs'],
    ['a metadata list', { metadata: [{ key: 'a', value: 'b' }] }, 'metadata'],
    ['a fractional bias', { logit_bias: { 1: 0.5 } }, 'logit_bias'],
    ['json_object with a schema', { response_format: { type: 'json_object', schema: {} } }, null],
    ['five stops', { stop: ['a', 'b', 'c', 'd', 'e'] }, 'stop'],
  ])('answers 400 to %s', async (_what, body, param) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', param, code: null } });
  });
});
