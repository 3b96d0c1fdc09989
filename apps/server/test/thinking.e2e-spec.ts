import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adjustment, AssistantMessage, ChatMessage } from '@groundwire/client';
import { countPrompt, tokenCounterOf } from '@groundwire/llm';
import OpenAI from 'openai';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

let directory: string;
let vendors: FakeUpstream;
let server: TestServer;

beforeAll(async () => {
  vendors = await startFakeUpstream();
  const ids = ['ANTHROPIC', 'DEEPSEEK', 'GEMINI'];
  const settings = ids.flatMap((id) => [
    [`${id}_BASE_URL`, vendors.url],
    [`${id}_API_KEY`, 'sk-test'],
  ]);
  directory = await mkdtemp(join(tmpdir(), 'groundwire-'));
  await writeFile(join(directory, 'models.json'), JSON.stringify({ [SMALL]: { contextTokens: WINDOW } }));
  settings.push(['MODEL_PRICES_FILE', join(directory, 'models.json')]);
  server = await startTestServer(Object.fromEntries(settings) as Record<string, string>);
});
afterAll(async () => {
  await server.close();
  await vendors.close();
  await rm(directory, { recursive: true });
});

const MANUAL = 'anthropic/claude-3-7-tool-loop';
const ALWAYS = 'anthropic/claude-opus-5-5-tool-loop';
const DEEPSEEK = 'deepseek/deepseek-v4-tool-loop';
/** Its window has so many tokens. */
const SMALL = 'deepseek/deepseek-small-tool-loop';
const WINDOW = 1_500;
const GEMINI = 'gemini/gemini-3-tool-loop';
const BUDGET = { thinking: { type: 'enabled', budget_tokens: 2_048 } };

const question: ChatCompletionMessageParam = { role: 'user', content: 'What is the weather?' };
const tools = [
  {
    type: 'function' as const,
    function: { name: 'get_weather', parameters: { type: 'object', properties: { city: { type: 'string' } } } },
  },
];

type Message = ChatCompletionMessageParam & Pick<AssistantMessage, 'thinking_blocks' | 'reasoning_content'>;

interface Told {
  /** As it came, extensions included. */
  message: Message;
  adjustments: Adjustment[];
}

async function ask(
  messages: readonly ChatCompletionMessageParam[],
  { tenant = 'alice', stream = false, headers = {}, ...body }: Record<string, unknown> & { model: string },
): Promise<Told> {
  const apiKey = await signToken({ sub: tenant });
  const client = new OpenAI({
    baseURL: `${server.url}/v1`,
    apiKey,
    maxRetries: 0,
    defaultHeaders: headers as Record<string, string>,
  });
  const request = { messages: [...messages], tools, ...body };
  if (stream !== true) {
    const answer = await client.chat.completions.create(request);
    return { message: answer.choices[0]!.message as Message, ...(answer as unknown as Pick<Told, 'adjustments'>) };
  }
  const runner = client.chat.completions.stream(request);
  let adjustments: Adjustment[] = [];
  let reasoning = '';
  runner.on('chunk', (chunk) => {
    adjustments = (chunk as unknown as Partial<Told>).adjustments ?? adjustments;
    reasoning += (chunk.choices[0]?.delta as Message | undefined)?.reasoning_content ?? '';
  });
  const message = (await runner.finalChatCompletion()).choices[0]!.message as Message;
  // Of fields that it does not know, the SDK keeps the last piece.
  return { message: { ...message, ...(reasoning !== '' && { reasoning_content: reasoning }) }, adjustments };
}

/** What a client keeps that knows OpenAI's fields only. */
function plain(message: Message): ChatCompletionMessageParam {
  if (message.role !== 'assistant') return message;
  const calls = message.tool_calls?.map((call) => {
    if (call.type !== 'function') throw new Error('no function call');
    const { id, type, function: called } = call;
    return { id, type, function: { name: called.name, arguments: called.arguments } };
  });
  return { role: 'assistant', content: message.content ?? null, ...(calls && { tool_calls: calls }) };
}

function results(message: Message): ChatCompletionMessageParam[] {
  const calls = message.role === 'assistant' ? (message.tool_calls ?? []) : [];
  return calls.map(({ id }) => ({ role: 'tool', tool_call_id: id, content: '21 °C' }));
}

const loop = (message: Message): ChatCompletionMessageParam[] => [question, plain(message), ...results(message)];
const lastBody = (): string => JSON.stringify(vendors.requests.at(-1)?.body);
const aboutThinking = ({ adjustments }: Told): string[] =>
  adjustments.filter(({ parameter }) => parameter === 'thinking').map(({ action }) => action);

/** What must come back of a message, as it stands in the vendor's request. */
function thoughtsOf(message: Message): string[] {
  if (message.thinking_blocks) return message.thinking_blocks.map((block) => JSON.stringify(block));
  if (message.reasoning_content) return [JSON.stringify({ reasoning_content: message.reasoning_content }).slice(1, -1)];
  const calls = (message.role === 'assistant' && message.tool_calls) || [];
  return calls.flatMap((call) => ('extra_content' in call ? [JSON.stringify(call.extra_content)] : []));
}

const MODELS: [string, object][] = [
  [MANUAL, BUDGET],
  [ALWAYS, {}],
  [DEEPSEEK, {}],
  [GEMINI, {}],
];

describe('the thinking behind a tool turn', () => {
  describe.each(MODELS)('of %s', (model, parameters) => {
    it.each([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ])('comes back for a plain client (stream: %s, conversation: %s)', async (stream, inConversation) => {
      const request = { model, stream, ...parameters, ...(inConversation && { conversation_id: randomUUID() }) };
      const first = await ask([question], request);
      const thoughts = thoughtsOf(first.message);
      expect(thoughts).toHaveLength(model.startsWith('anthropic/') ? 2 : 1);
      const second = await ask(loop(first.message), request);
      expect(second.message.content).toContain('The tool said');
      for (const thought of thoughts) expect(lastBody()).toContain(thought);
      expect(aboutThinking(second)).toEqual(aboutThinking(first));
    });

    it.each([false, true])('comes back in a stored conversation, to the result alone (stream: %s)', async (stream) => {
      const project_id = await server.createProject('alice', ['Weather is read from the station on the roof.']);
      const path = `${ASK_YODA}/${project_id}/conversations/`;
      const { id } = (await (await server.request('alice', 'POST', path, {})).json()) as { id: string };
      const request = { model, stream, ...parameters, project_id, conversation_id: id };
      const { message } = await ask([question], request);
      const second = await ask(results(message), request);
      expect(second.message.content).toContain('The tool said');
      for (const thought of thoughtsOf(message)) expect(lastBody()).toContain(thought);
      expect(lastBody()).toContain('the station on the roof');
      const third = await ask([{ role: 'user', content: 'And Oslo?' }], request);
      expect([...aboutThinking(second), ...aboutThinking(third)].filter((action) => action !== 'translated')).toEqual(
        [],
      );
      expect(thoughtsOf(third.message)).not.toEqual([]);
    });

    it('that the client sends itself is left as it is', async () => {
      const { message } = await ask([question], { model, ...parameters });
      await ask([question, message, ...results(message)], { model, ...parameters, tenant: 'carol' });
      for (const thought of thoughtsOf(message)) expect(lastBody()).toContain(thought);
    });
  });

  it('of all turns goes back to DeepSeek, also where no tool was called', async () => {
    const first = await ask([question], { model: DEEPSEEK });
    const second = await ask(loop(first.message), { model: DEEPSEEK });
    const history = [...loop(first.message), plain(second.message), { role: 'user' as const, content: 'And Oslo?' }];
    const third = await ask(history, { model: DEEPSEEK, stream: true });
    for (const { message } of [first, second]) expect(lastBody()).toContain(thoughtsOf(message)[0]!);
    expect(aboutThinking(third)).toEqual([]);
  });

  it('takes its room in the window from the oldest turns of a stored conversation', async () => {
    const project_id = await server.createProject('alice');
    const path = `${ASK_YODA}/${project_id}/conversations/`;
    const { id } = (await (await server.request('alice', 'POST', path, {})).json()) as { id: string };
    const request = { model: SMALL, project_id, conversation_id: id, max_tokens: 500 };
    for (let count = 0; count < 8; count++) {
      const { message } = await ask([{ role: 'user', content: `Question ${count}` }], request);
      await ask(results(message), request);
    }
    const { adjustments } = await ask([question], request);
    const { messages } = vendors.requests.at(-1)!.body as { messages: ChatMessage[] };
    const tokens = await countPrompt({ messages, parameters: { tools } }, tokenCounterOf('deepseek', SMALL));
    expect(tokens).toBeLessThanOrEqual(WINDOW - 500);
    const said = messages.filter(({ role }) => role === 'assistant');
    for (const { reasoning_content: thought } of said) expect(thought).toMatch(/I think about/);
    // Each question has two turns: one that asks for the tool, one that brings its results.
    expect(said.length).toBeGreaterThan(0);
    expect(said.length % 2).toBe(0);
    const cut = { parameter: 'conversation_id', action: 'clamped', from: 16, to: said.length, provider: 'deepseek' };
    expect(adjustments.filter(({ parameter }) => parameter === 'conversation_id')).toMatchObject([cut]);
  });

  it('is whole again when the SDK that streamed it kept the last piece only', async () => {
    const apiKey = await signToken({ sub: 'alice' });
    const client = new OpenAI({ baseURL: `${server.url}/v1`, apiKey, maxRetries: 0 });
    const runner = client.chat.completions.stream({ model: DEEPSEEK, messages: [question], tools });
    const message = (await runner.finalChatCompletion()).choices[0]!.message as Message;
    expect(message.reasoning_content).toBe('1.');
    await ask([question, message, ...results(message)], { model: DEEPSEEK });
    expect(lastBody()).toContain('"reasoning_content":"I think about message 1."');
  });

  it('comes back beside the passages of a project', async () => {
    const project_id = await server.createProject('alice', ['Weather is read from the station on the roof.']);
    const request = { model: MANUAL, ...BUDGET, project_id };
    const first = await ask([question], request);
    const second = await ask(loop(first.message), request);
    expect(aboutThinking(second)).toEqual([]);
    for (const thought of thoughtsOf(first.message)) expect(lastBody()).toContain(thought);
    expect(lastBody()).toContain('the station on the roof');
  });

  it('of a fallback comes back to it', async () => {
    const request = { model: 'openai/error-503', fallbacks: [MANUAL], ...BUDGET };
    const first = await ask([question], request);
    const second = await ask(loop(first.message), request);
    expect(aboutThinking(second)).toEqual([]);
    expect(lastBody()).toContain(thoughtsOf(first.message)[0]!);
  });

  it('is found when only one of the two calls names the conversation, never in another one', async () => {
    const conversation_id = randomUUID();
    const inside = await ask([question], { model: MANUAL, ...BUDGET, conversation_id });
    expect(aboutThinking(await ask(loop(inside.message), { model: MANUAL, ...BUDGET }))).toEqual([]);
    const outside = await ask([question], { model: MANUAL, ...BUDGET });
    expect(aboutThinking(await ask(loop(outside.message), { model: MANUAL, ...BUDGET, conversation_id }))).toEqual([]);
    const other = { model: MANUAL, ...BUDGET, conversation_id: randomUUID() };
    expect(aboutThinking(await ask(loop(inside.message), other))).toEqual(['dropped']);
  });
});

describe('thinking that is not known', () => {
  it.each<[string, object, string, string]>([
    [MANUAL, BUDGET, 'dropped', '"messages":'],
    [ALWAYS, BUDGET, 'not_executed', '"adaptive"'],
    [DEEPSEEK, {}, 'defaulted', '"thinking":{"type":"disabled"}'],
    [GEMINI, {}, 'not_executed', 'skip_thought_signature_validator'],
  ])("of %s: another tenant's calls bring nothing, and the answer says so", async (model, parameters, action, sent) => {
    const { message } = await ask([question], { model, ...parameters });
    const stolen = await ask(loop(message), { model, ...parameters, tenant: 'mallory' });
    expect(stolen.message.content).toContain('The tool said');
    expect(aboutThinking(stolen)).toContain(action);
    for (const thought of thoughtsOf(message)) expect(lastBody()).not.toContain(thought);
    expect(lastBody()).toContain(sent);
  });

  it.each([
    [MANUAL, 'anthropic/claude-3-7-other-tool-loop', BUDGET],
    [DEEPSEEK, 'deepseek/deepseek-other-tool-loop', {}],
    [GEMINI, 'gemini/gemini-4-tool-loop', {}],
    [DEEPSEEK, MANUAL, BUDGET],
    [MANUAL, GEMINI, BUDGET],
  ])('of %s is nothing to %s: it does without, and the answer says so', async (model, other, parameters) => {
    const { message } = await ask([question], { model, ...parameters });
    const moved = await ask(loop(message), { model: other, ...parameters });
    expect(moved.message.content).toContain('The tool said');
    expect(aboutThinking(moved).at(-1)).toMatch(/^(dropped|defaulted|not_executed)$/);
    for (const thought of thoughtsOf(message)) expect(lastBody()).not.toContain(thought);
  });

  it('is a 400 that names `thinking` for a caller who is strict, before anything is sent', async () => {
    const { message } = await ask([question], { model: MANUAL, ...BUDGET });
    const asked = vendors.requests.length;
    const strict = { model: MANUAL, ...BUDGET, max_tokens: 3_000, headers: { 'x-groundwire-strict': 'true' } };
    const refusal = ask(loop(message), { ...strict, tenant: 'mallory' });
    await expect(refusal).rejects.toMatchObject({ status: 400, type: 'unsupported_parameter', param: 'thinking' });
    expect(vendors.requests).toHaveLength(asked);
  });
});
