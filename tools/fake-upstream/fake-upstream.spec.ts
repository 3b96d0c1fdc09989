import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from './start-fake-upstream.ts';

const messages = [{ role: 'user', content: 'hello there' }];
const tools = [{ type: 'function', function: { name: 'get_weather' } }];
const user = { role: 'user', content: 'hello there' };
const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } };
const assistant = { role: 'assistant', content: null, tool_calls: [call] };
const result = { role: 'tool', tool_call_id: 'call_1', content: 'a' };

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

  it('plays what is needed for a tool loop', async () => {
    expect((await post({ messages: [user, assistant, result], tools })).status).toBe(200);
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
    ['no stops in the list', { stop: [] }, 'stop'],
    [
      'a seventeenth label',
      { metadata: Object.fromEntries(Array.from({ length: 17 }, (_, i) => [i, 'x'])) },
      'metadata',
    ],
    ['json_object without the word', { response_format: { type: 'json_object' } }, 'messages'],
    [
      'a schema without name',
      { response_format: { type: 'json_schema', json_schema: {} } },
      'response_format.json_schema.name',
    ],
    ['a free prediction', { prediction: { text: 'a' } }, 'prediction.type'],
    ['a temperature too high', { temperature: 2.5 }, 'temperature'],
    ['a number as text', { max_tokens: '5' }, 'max_tokens'],
    ['no tokens', { max_completion_tokens: 0 }, 'max_completion_tokens'],
    ['a tier of another vendor', { service_tier: 'on_demand' }, 'service_tier'],
    ['function_call without functions', { function_call: 'auto' }, 'function_call'],
    [
      'a tool that is not there',
      { tools, tool_choice: { type: 'function', function: { name: 'g' } } },
      'tool_choice.function.name',
    ],
    ['a tool with a foreign field', { tools: [{ ...tools[0], cache_control: {} }] }, null],
    [
      'a tool with an odd name',
      { tools: [{ type: 'function', function: { name: 'get weather' } }] },
      'tools[0].function.name',
    ],
    [
      'an image by its bare address',
      { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: 'https://a.test' }] }] },
      'messages[0].content[0].image_url.url',
    ],
    [
      'a part of prose',
      { messages: [{ role: 'user', content: [{ type: 'text', content: 'a' }] }] },
      'messages[0].content[0].text',
    ],
    ['no tool calls in the list', { messages: [{ ...assistant, tool_calls: [] }] }, 'messages[0].tool_calls'],
    ['a result without its call', { messages: [user, result] }, 'messages.[1].role'],
    ['a call without its result', { messages: [user, assistant, user] }, 'messages.[1].role'],
    ['max_tokens with o3', { model: 'o3', max_tokens: 1 }, 'max_tokens'],
    ['temperature with gpt-5', { model: 'gpt-5', temperature: 0 }, 'temperature'],
    ['stop with o4-mini', { model: 'o4-mini', stop: ['a'] }, 'stop'],
    ['effort with gpt-4o', { model: 'gpt-4o', reasoning_effort: 'low' }, 'reasoning_effort'],
    ['tools with gpt-5.6, which reasons', { model: 'gpt-5.6', tools }, 'reasoning_effort'],
    ['seed with a search model', { model: 'gpt-4o-search-preview', seed: 1 }, 'seed'],
    ['a web search with another', { model: 'gpt-4o', web_search_options: {} }, 'web_search_options'],
  ])('answers 400 to %s', async (_what, body, param) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', param, code: null } });
  });
});
