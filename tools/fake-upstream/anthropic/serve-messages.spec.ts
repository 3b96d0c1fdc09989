import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signatureOf } from './check-thinking.ts';
import { type FakeUpstream, startFakeUpstream } from '../start-fake-upstream.ts';

const hello = { role: 'user', content: 'hello there' };
const tool = { name: 'f', input_schema: { type: 'object' } };
const call = { role: 'assistant', content: [{ type: 'tool_use', id: 't1', name: 'f', input: {} }] };
const result = { type: 'tool_result', tool_use_id: 't1' };
const text = { type: 'text', text: 'hi' };
const image = (source: object): object => ({ role: 'user', content: [{ type: 'image', source }] });
const thinking = { type: 'enabled', budget_tokens: 1024 };
const valid = { model: 'echo', max_tokens: 2000, stream: true, messages: [hello] };

const signed = (model: string, text: string): Record<string, unknown> => ({
  type: 'thinking',
  thinking: text,
  signature: signatureOf(model, text),
});

let fake: FakeUpstream;
beforeAll(async () => {
  fake = await startFakeUpstream();
});
afterAll(() => fake.close());

const post = (body: object, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${fake.url}/messages`, {
    method: 'POST',
    headers: { 'x-api-key': 'k', 'anthropic-version': '2026-10-21', ...headers },
    body: JSON.stringify({ ...valid, ...body }),
  });

describe('the fake Anthropic', () => {
  it('streams named events from message_start to message_stop, with a ping', async () => {
    const answer = await (await post({})).text();
    expect(answer.match(/^event: .*$/gm)?.map((line) => line.slice('event: '.length))).toEqual([
      'message_start',
      'ping',
      'content_block_start',
      ...Array.from({ length: 4 }, () => 'content_block_delta'),
      'content_block_stop',
      'message_delta',
      'message_stop',
    ]);
  });

  it('plays what is needed for a tool loop', async () => {
    const messages = [hello, call, { role: 'user', content: [result, text] }];
    expect((await post({ messages, tools: [tool] })).status).toBe(200);
  });

  it('takes a tool loop that begins with its thought, and adaptive thinking without', async () => {
    const loop = (blocks: object[]): object[] => [
      hello,
      { ...call, content: [...blocks, ...call.content] },
      { role: 'user', content: [result] },
    ];
    const begun = { thinking, messages: loop([signed('echo', 'Hm.')]), tools: [tool] };
    expect((await post(begun)).status).toBe(200);
    const adaptive = { thinking: { type: 'adaptive' }, messages: loop([]), tools: [tool] };
    expect((await post(adaptive)).status).toBe(200);
  });

  it('answers 401 without a key', async () => {
    const response = await fetch(`${fake.url}/messages`, { method: 'POST', body: JSON.stringify(valid) });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ type: 'error', error: { type: 'authentication_error' } });
  });

  it.each<[string, object, string]>([
    ['no limit', { max_tokens: undefined }, 'max_tokens'],
    ['temperature', { temperature: 1 }, 'temperature'],
    ['an unknown field', { n: 1 }, 'n: Extra inputs'],
    ['a budget that is too small', { thinking: { ...thinking, budget_tokens: 1000 } }, 'budget_tokens'],
    ['a budget up to the limit', { thinking, max_tokens: 1024 }, '`max_tokens` must be greater'],
    ['a forced tool while thinking', { thinking, tools: [tool], tool_choice: { type: 'any' } }, 'Thinking may not'],
    ['a tool that is not there', { tools: [tool], tool_choice: { type: 'tool', name: 'g' } }, 'not found'],
    ['a choice without tools', { tool_choice: { type: 'auto' } }, 'tool_choice'],
    ['a tool without schema', { tools: [{ name: 'f' }] }, 'input_schema'],
    ['a whitespace stop sequence', { stop_sequences: ['\n'] }, 'stop_sequences'],
    [
      'an open schema',
      { output_config: { format: { type: 'json_schema', schema: { type: 'object' } } } },
      'additional',
    ],
    ['an unknown effort', { output_config: { effort: 'minimal' } }, 'effort'],
    ['an unknown tier', { service_tier: 'default' }, 'service_tier'],
    ['labels', { metadata: { team: 'a' } }, 'metadata.team'],
    ['no messages', { messages: [] }, 'messages'],
    ['an assistant who begins', { messages: [call] }, 'first message'],
    ['a system message', { messages: [hello, { role: 'system', content: 'a' }] }, 'role'],
    ['an empty message', { messages: [{ role: 'user', content: [] }] }, 'non-empty'],
    ['an empty text', { messages: [{ role: 'user', content: [{ type: 'text', text: '' }] }] }, 'non-empty'],
    [
      'arguments as a text',
      { messages: [hello, { ...call, content: [{ ...call.content[0], input: '{}' }] }] },
      'input',
    ],
    ['a call without its result', { messages: [hello, call, hello] }, '`tool_use` ids'],
    ['a result without its call', { messages: [{ role: 'user', content: [result] }] }, '`tool_use_id`'],
    [
      'a result after text',
      { messages: [hello, call, { role: 'user', content: [text, result] }] },
      'tool_result blocks',
    ],
    [
      'a call by the id of another vendor',
      { messages: [hello, { ...call, content: [{ ...call.content[0], id: 'f:0' }] }] },
      'id',
    ],
    ['a field that a message does not have', { messages: [{ ...hello, name: 'a' }] }, 'messages.0.name'],
    [
      'a field that a block does not have',
      { messages: [{ role: 'user', content: [{ ...text, annotations: [] }] }] },
      'annotations',
    ],
    [
      'an image that is neither JPEG, PNG, GIF nor WebP',
      { messages: [image({ type: 'base64', media_type: 'image/bmp', data: 'AA==' })] },
      'image.source',
    ],
    ['an image without TLS', { messages: [image({ type: 'url', url: 'http://a.test/b.png' })] }, 'image.source'],
    ['a tool with a foreign field', { tools: [{ ...tool, parameters: {} }] }, 'parameters'],
    ['a tool with an odd name', { tools: [{ ...tool, name: 'a b' }] }, 'name'],
    ['no tokens', { max_tokens: 0 }, 'max_tokens'],
    ['a long user', { metadata: { user_id: 'u'.repeat(257) } }, 'metadata.user_id'],
    ['a budget with a model that decides by itself', { model: 'claude-opus-4-8', thinking }, 'adaptive'],
    [
      'adaptive thinking with a model that needs a budget',
      { model: 'claude-haiku-4-5', thinking: { type: 'adaptive' } },
      'adaptive',
    ],
    [
      'an effort with a model that has none',
      { model: 'claude-sonnet-4-5', output_config: { effort: 'low' } },
      'effort',
    ],
    [
      'a begun answer with newer models',
      { model: 'claude-opus-5', messages: [hello, { role: 'assistant', content: 'a' }] },
      'prefill',
    ],
    [
      'a tool loop without its first thought',
      { thinking, messages: [hello, call, { role: 'user', content: [result] }] },
      'Expected `thinking` or `redacted_thinking`, but found `tool_use`',
    ],
    [
      "another model's signature",
      { messages: [hello, { role: 'assistant', content: [signed('claude-other', 'Hm.')] }, hello] },
      'messages.1.content.0: Invalid `signature`',
    ],
    [
      'a thought that was changed',
      { messages: [hello, { role: 'assistant', content: [{ ...signed('echo', 'Hm.'), thinking: 'Hm' }] }, hello] },
      'Invalid `signature`',
    ],
    ['thinking unsigned', { messages: [hello, { role: 'assistant', content: [{ type: 'thinking' }] }] }, 'signature'],
  ])('answers 400 to %s', async (_what, body, message) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      type: 'error',
      error: { type: 'invalid_request_error', message: expect.stringContaining(message) },
      request_id: expect.any(String),
    });
  });
});
