import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { type FakeUpstream, startFakeUpstream } from '../../../../../tools/fake-upstream/start-fake-upstream.ts';
import { callOf, collect, createTestLlm, type Outcome } from '../../__fixtures__/create-test-llm.ts';
import type { CallParameters, Llm, StreamPart } from '../../types.ts';

const NAMES = ['stream', 'max_tokens', 'temperature', 'thinking', 'tools', 'functions', 'stop', 'n'];
const TOOLS = [{ type: 'function', function: { name: 'get_weather' } }];
const signal = new AbortController().signal;

let fake: FakeUpstream;
let llm: Llm;
beforeAll(async () => {
  fake = await startFakeUpstream();
  llm = createTestLlm(fake.url, {
    apiKeys: { anthropic: 'sk-ant-test' },
    baseUrls: { anthropic: fake.url },
    parameterNames: NAMES,
    idleTimeoutMs: 500,
  });
});
afterAll(async () => {
  await llm.close();
  await fake.close();
});

const ask = (model: string, parameters: CallParameters = {}, messages?: ChatMessage[]): Promise<Outcome> => {
  const call = callOf(`anthropic/${model}`, parameters);
  return collect(llm.call({ ...call, messages: messages ?? call.messages }, signal));
};
const messageOf = ([part]: StreamPart[]): unknown =>
  part?.type === 'completion' ? part.completion.choices[0]?.message : undefined;

describe('a call to Anthropic', () => {
  it('sends its key and version, and asks for a stream also when the answer is wanted whole', async () => {
    const { parts, text, error } = await ask('claude-opus-5');
    expect(error).toBeUndefined();
    expect(parts.map(({ type }) => type)).toEqual(['completion']);
    expect(text).toBe('You said: hello there');
    expect(fake.requests.at(-1)).toMatchObject({
      path: '/v1/messages',
      headers: { 'x-api-key': 'sk-ant-test', 'anthropic-version': '2026-10-21', accept: 'text/event-stream' },
      body: { model: 'claude-opus-5', stream: true, max_tokens: 16_384 },
    });
    expect(fake.requests.at(-1)?.headers).not.toHaveProperty('authorization');
  });

  it('streams chunks of one id, the role first, the finish and the usage last', async () => {
    const { parts, text } = await ask('claude-opus-5', { stream: true });
    expect(text).toBe('You said: hello there');
    const chunks = parts.flatMap((part) => (part.type === 'chunk' ? [part.chunk] : []));
    expect(new Set(chunks.map(({ id }) => id))).toEqual(new Set(['msg_fake01']));
    expect(chunks[0]?.choices[0]?.delta).toEqual({ role: 'assistant', content: '' });
    expect(chunks.at(-2)?.choices).toEqual([{ index: 0, delta: {}, finish_reason: 'stop' }]);
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 14, completion_tokens: 4 } });
  });

  it('reports what had to change', () => {
    const { provider, adjustments } = llm.call(callOf('anthropic/claude-opus-5', { temperature: 0.2 }), signal);
    expect(provider).toBe('anthropic');
    expect(adjustments).toMatchObject([
      { parameter: 'max_tokens', action: 'defaulted', to: 16_384, provider: 'anthropic' },
      { parameter: 'temperature', action: 'dropped', from: 0.2, provider: 'anthropic' },
    ]);
  });

  it('goes round the tool loop with its own message', async () => {
    const first = await ask('tool-call', { tools: TOOLS });
    const calls = [
      { id: 'toolu_fake1', type: 'function', function: { name: 'get_weather', arguments: '{"city":"Paris"}' } },
    ];
    expect(messageOf(first.parts)).toEqual({ role: 'assistant', content: null, refusal: null, tool_calls: calls });
    const history = [
      { role: 'user', content: 'Weather?' },
      messageOf(first.parts),
      { role: 'tool', tool_call_id: 'toolu_fake1', content: 'Sunny' },
    ] as ChatMessage[];
    const second = await ask('stream-3', { tools: TOOLS }, history);
    expect(second.error).toBeUndefined();
    expect(second.text).toBe('token0 token1 token2 ');
  });

  it('gives thinking, signed, and takes it back', async () => {
    const { parts } = await ask('thinking', { thinking: { type: 'enabled', budget_tokens: 1_024 } });
    const message = messageOf(parts);
    expect(message).toEqual({
      role: 'assistant',
      content: 'Thought through.',
      refusal: null,
      reasoning_content: 'Let me think.',
      thinking_blocks: [{ type: 'thinking', thinking: 'Let me think.', signature: 'c2lnbmVk' }],
    });
    const hello: ChatMessage = { role: 'user', content: 'hello' };
    const { error } = await ask('stream-1', {}, [hello, message as ChatMessage, hello]);
    expect(error).toBeUndefined();
    expect(JSON.stringify(fake.requests.at(-1)?.body)).toContain('"signature":"c2lnbmVk"');
  });
});

it('heeds how long to wait', async () => {
  const { error } = await ask('error-429-after-7');
  expect(error).toMatchObject({ kind: 'rate_limit', retryable: true, retryAfterMs: 7_000 });
});

it('cancels the stream that it collects', async () => {
  const controller = new AbortController();
  const answer = llm.call(callOf('anthropic/slow-50'), controller.signal);
  const outcome = collect(answer);
  setTimeout(() => controller.abort(), 100);
  expect((await outcome).error).toMatchObject({ kind: 'cancelled' });
  expect(await fake.requests.at(-1)?.ended).toBe('aborted');
});
