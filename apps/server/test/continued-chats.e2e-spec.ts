import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChatCompletion, ConversationDetail } from '@groundwire/client';
import { ASK_YODA, readEvents, signToken } from './harness.ts';
import { openShop, OPENING, type Shop } from './shop.ts';

interface Message {
  role: string;
  content: string | null;
  tool_calls?: { id: string }[];
  tool_call_id?: string;
}

/** Tokens; each is a model of that name. */
const WINDOWS = [1_000, 2_500, 4_000, 5_500, 7_000, 8_500, 10_000, 20_000];

let shop: Shop;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'groundwire-'));
  const models = WINDOWS.map((contextTokens) => [`openai/window-${contextTokens}`, { contextTokens }]);
  await writeFile(join(directory, 'models.json'), JSON.stringify(Object.fromEntries(models)));
  shop = await openShop({ MODEL_PRICES_FILE: join(directory, 'models.json') });
});
afterAll(async () => {
  await shop.server.close();
  await rm(directory, { recursive: true });
});

const user = (content: string): Message => ({ role: 'user', content });
/** What the fake vendor answers. */
const echo = (content: string): string => `You said: ${content}`;
async function converse(): Promise<string> {
  const path = `${ASK_YODA}/${shop.project}/conversations/`;
  return ((await (await shop.server.request('alice', 'POST', path)).json()) as { id: string }).id;
}
async function read(id: string, query = ''): Promise<ConversationDetail> {
  const path = `${ASK_YODA}/${shop.project}/conversations/${id}/${query}`;
  return (await (await shop.server.request('alice', 'GET', path)).json()) as ConversationDetail;
}
/** What the vendor was last asked, without what the prompt assembly added. */
function asked(): Message[] {
  const { messages } = shop.server.upstream.requests.at(-1)!.body as { messages: Message[] };
  return messages.filter(({ content }) => !/passages-|documents were searched/.test(content ?? ''));
}
const until = async (id: string, count: number): Promise<ConversationDetail> => {
  for (;;) {
    const conversation = await read(id);
    if (conversation.message_count >= count) return conversation;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const CALL = { type: 'function', function: { name: 'get_weather', parameters: { type: 'object', properties: {} } } };

describe('a chat that names a conversation', () => {
  it('puts its turns before the new messages, and keeps question, answer and sources', async () => {
    const id = await converse();
    const first = await shop.answer({ model: 'local/extractive', conversation_id: id });
    const response = await shop.generate({
      model: 'openai/echo',
      messages: [user('Thanks 🎈\u2028 — and on Mondays?')],
      conversation_id: id,
    });
    expect(response.headers.get('x-conversation-id')).toBe(id);
    const second = (await response.json()) as ChatCompletion;
    expect(asked()).toEqual([
      user('When are you open on Sundays?'),
      { role: 'assistant', content: first.choices[0]!.message.content },
      user('Thanks 🎈\u2028 — and on Mondays?'),
    ]);
    const { message_count: count, messages } = await read(id);
    expect(count).toBe(2);
    expect(messages.map(({ user_text, assistant_text }) => [user_text, assistant_text])).toEqual([
      ['When are you open on Sundays?', first.choices[0]!.message.content],
      ['Thanks 🎈\u2028 — and on Mondays?', echo('Thanks 🎈\u2028 — and on Mondays?')],
    ]);
    expect(messages[0]).toMatchObject({
      turn: 1,
      status: 'complete',
      provider: 'local',
      model: first.model,
      annotations: first.choices[0]!.message.annotations,
      sources: first.sources.map(({ id: chunk, document, title, score }) => ({ id: chunk, document, title, score })),
    });
    expect(messages[1]).toMatchObject({
      turn: 2,
      model: second.model,
      request_id: response.headers.get('x-request-id'),
    });
    expect((await read(id, '?limit=1&after=1')).messages).toEqual(messages.slice(1));
  });

  it('is searched for in the light of what was said before', async () => {
    const id = await converse();
    await shop.answer({ conversation_id: id, messages: [user('When are you open?')] });
    const { retrieval } = await shop.answer({ conversation_id: id, messages: [user('and on Sundays?')] });
    expect(retrieval).toMatchObject({ query: 'When are you open? and on Sundays?', rewritten_by: 'rule' });
  });

  it.each(['/v1/projects/ID/chat/completions', '/v1/chat/completions'])('continues it on %s too', async (path) => {
    const id = await converse();
    for (const content of ['One', 'Two']) {
      await shop.server.request(
        'alice',
        'POST',
        path.replace('ID', shop.project),
        { model: 'openai/echo', messages: [user(content)], conversation_id: id },
        path.includes('ID') ? {} : { 'x-project-id': shop.project },
      );
    }
    expect(asked()).toEqual([user('One'), { role: 'assistant', content: echo('One') }, user('Two')]);
    expect(await read(id)).toMatchObject({ message_count: 2 });
  });

  it('counts what the client sends again once', async () => {
    const id = await converse();
    const history: Message[] = [{ role: 'system', content: 'Be brief.' }];
    for (const content of ['One', 'Two', 'Three']) {
      history.push(user(content));
      const answer = await shop.answer({ model: 'openai/echo', messages: history, conversation_id: id });
      expect(asked()).toEqual(history);
      history.push({ role: 'assistant', content: answer.choices[0]!.message.content });
    }
    const { messages } = await read(id);
    expect(messages.map(({ user_text }) => user_text)).toEqual(['One', 'Two', 'Three']);
  });

  it('keeps the latest instructions in force', async () => {
    const id = await converse();
    const system = (content: string): Message => ({ role: 'system', content });
    const ask = (...messages: Message[]): Promise<unknown> =>
      shop.answer({ model: 'openai/echo', messages, conversation_id: id });
    await ask(system('Be brief.'), user('One'));
    await ask(user('Two'));
    expect(asked()[0]).toEqual(system('Be brief.'));
    await ask(system('Be kind.'), user('Three'));
    expect(asked().filter(({ role }) => role === 'system')).toEqual([system('Be kind.')]);
  });

  it('is shown by explain, which keeps nothing', async () => {
    const id = await converse();
    await shop.answer({ model: 'openai/echo', messages: [user('One')], conversation_id: id });
    const path = `${ASK_YODA}/${shop.project}/generate/explain/`;
    const body = { model: 'openai/echo', messages: [user('Two')], conversation_id: id };
    const explained = await (await shop.server.request('alice', 'POST', path, body)).json();
    expect(JSON.stringify(explained)).toContain('"content":"One"');
    expect(await read(id)).toMatchObject({ message_count: 1 });
  });

  it('goes round a tool loop', async () => {
    const id = await converse();
    const ask = (model: string, ...messages: Message[]): Promise<ChatCompletion> =>
      shop.answer({ model: `openai/${model}`, tools: [CALL], messages, conversation_id: id });
    const [choice] = (await ask('agent', user('What is the weather?'))).choices;
    const call = choice!.message.tool_calls![0]!;
    await ask('echo', user('Something else, meanwhile'));
    // The open call is left out, and its question stays.
    expect(asked().map(({ role }) => role)).toEqual(['user', 'user']);
    const result = { role: 'tool', tool_call_id: call.id, content: '21 °C' };
    const answer = await ask('agent', result);
    expect(answer.choices[0]!.message.content).toContain('21 °C');
    expect(asked().slice(-3)).toMatchObject([{ role: 'user' }, { tool_calls: [{ id: call.id }] }, result]);
    const { messages } = await read(id);
    expect(messages[0]).toMatchObject({ assistant_text: null, tool_calls: [{ id: call.id, function: call.function }] });
    expect(messages[2]).toMatchObject({ user_text: '' });
  });

  it('keeps the calls of a stream whole', async () => {
    const id = await converse();
    const request = { model: 'openai/tool-call', tools: [CALL], messages: [user('Weather?')], stream: true };
    await (await shop.generate({ ...request, conversation_id: id })).text();
    const [message] = (await read(id)).messages;
    expect(message?.tool_calls).toMatchObject([{ function: { name: 'get_weather', arguments: '{"city":"Paris"}' } }]);
  });
});

describe('an answer that ends early', () => {
  it('is kept as far as it went, and marked, when the caller leaves', async () => {
    const id = await converse();
    const left = new AbortController();
    const path = `${shop.server.url}${ASK_YODA}/${shop.project}/generate/`;
    const token = await signToken({ sub: 'alice' });
    const response = await fetch(path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: 'openai/slow-100', stream: true, messages: [user('Go on')], conversation_id: id }),
      signal: left.signal,
    });
    const reader = response.body!.getReader();
    let text = '';
    while (!/"content":"[^"]/.test(text)) text += new TextDecoder().decode((await reader.read()).value);
    left.abort();
    const [message] = (await until(id, 1)).messages;
    expect(message).toMatchObject({ status: 'aborted', user_text: 'Go on' });
    expect(message?.assistant_text?.length ?? 0).toBeGreaterThan(0);
    await shop.answer({ model: 'openai/echo', messages: [user('And now?')], conversation_id: id });
    expect(asked()).toEqual([user('Go on'), { role: 'assistant', content: message?.assistant_text }, user('And now?')]);
  });

  it('is kept and marked when the provider breaks off', async () => {
    const id = await converse();
    const response = await shop.generate({ model: 'openai/cut-mid-stream', stream: true, conversation_id: id });
    const events = (await readEvents(response)) as { error?: object; choices?: { delta: { content?: string } }[] }[];
    expect(events.at(-1)).toHaveProperty('error');
    const sent = events.flatMap(({ choices = [] }) => choices.map(({ delta }) => delta.content ?? '')).join('');
    expect((await read(id)).messages).toMatchObject([{ status: 'failed', assistant_text: sent }]);
  });

  it('is not kept when it never began', async () => {
    const id = await converse();
    expect((await shop.generate({ model: 'openai/error-500', conversation_id: id })).status).toBe(502);
    expect(await read(id)).toMatchObject({ message_count: 0 });
  });
});

describe('many calls at once', () => {
  it('all find their place in one order: 100 of 100, none twice', async () => {
    const id = await converse();
    const questions = Array.from({ length: 100 }, (_, index) => `Question ${index}`);
    const answers = await Promise.all(
      questions.map((content, index) =>
        shop.generate({
          model: 'openai/echo',
          messages: [user(content)],
          stream: index % 2 === 0,
          conversation_id: id,
        }),
      ),
    );
    await Promise.all(answers.map((answer) => answer.text()));
    const { message_count: count, messages } = await read(id);
    expect([count, messages.length]).toEqual([100, 100]);
    expect(messages.map(({ turn }) => turn)).toEqual(questions.map((_, index) => index + 1));
    expect(messages.map(({ user_text }) => user_text).sort()).toEqual([...questions].sort());
    expect(messages.every(({ user_text, assistant_text }) => assistant_text === echo(user_text))).toBe(true);
    const times = messages.map(({ created_at }) => Date.parse(created_at));
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

describe("a history that is longer than the model's window", () => {
  it('loses its oldest turns, says so, and keeps calls with their results', async () => {
    const id = await converse();
    const long = (name: string): string => `${name} ${'and so on '.repeat(300)}`;
    const ask = (model: string, ...messages: Message[]): Promise<ChatCompletion> =>
      shop.answer({ model, tools: [CALL], messages, conversation_id: id, k: 1 });
    await ask('openai/echo', { role: 'system', content: 'Be brief.' }, user(long('oldest')));
    const [choice] = (await ask('openai/agent', user(long('weather')))).choices;
    const callId = choice!.message.tool_calls![0]!.id;
    await ask('openai/agent', { role: 'tool', tool_call_id: callId, content: long('sunny') });
    for (let count = 0; count < 4; count++) await ask('openai/echo', user(long(`turn ${count}`)));
    const turns = (await read(id)).message_count;
    const kept: number[] = [];
    for (const window of WINDOWS) {
      const model = `openai/window-${window}`;
      const answer = await ask(model, user('When are you open on Sundays?'));
      expect(answer.sources[0]!.text).toBe(OPENING);
      const sent = asked();
      expect(sent[0]).toEqual({ role: 'system', content: 'Be brief.' });
      expect(sent.at(-1)).toEqual(user('When are you open on Sundays?'));
      const calls = sent.flatMap(({ tool_calls: made = [] }) => made.map((call) => call.id));
      expect(sent.flatMap(({ tool_call_id: result }) => result ?? [])).toEqual(calls);
      const { adjustments } = answer;
      const cut = adjustments.find(({ parameter }) => parameter === 'conversation_id');
      const had = turns + kept.length;
      kept.push(sent.filter(({ role }) => role === 'user').length - 1 + calls.length);
      if (kept.at(-1) === had) expect(cut).toBeUndefined();
      else expect(cut).toMatchObject({ action: 'clamped', from: had, to: kept.at(-1), provider: 'openai' });
    }
    // A larger window holds more of it. The call, its results and their turn are two of the seven long ones.
    expect(kept).toEqual([...kept].sort((a, b) => a - b));
    expect([kept[0], kept.at(-1)]).toEqual([0, turns + WINDOWS.length - 1]);
    expect(kept.slice(1, -1).some((count) => count > 1 && count < turns)).toBe(true);
  });

  it('keeps the instructions of turns that are too old to be read, and counts those turns', async () => {
    const id = await converse();
    const ask = (...messages: Message[]): Promise<ChatCompletion> =>
      shop.answer({ model: 'openai/window-2500', messages, conversation_id: id, k: 1 });
    await ask({ role: 'system', content: 'Be brief.' }, user('First'), { role: 'system', content: 'Speak French.' });
    for (let count = 2; count <= 70; count++) await ask(user(`Turn ${count} ${'and so on '.repeat(9)}`));
    const { adjustments } = await ask(user('When are you open on Sundays?'));
    const sent = asked();
    expect(sent.filter(({ role }) => role === 'system').map(({ content }) => content)).toEqual([
      'Be brief.',
      'Speak French.',
    ]);
    const said = sent.filter(({ role }) => role === 'assistant').length;
    expect(said).toBeGreaterThan(2);
    const cut = { parameter: 'conversation_id', action: 'clamped', from: 70, to: said, provider: 'openai' };
    expect(adjustments).toContainEqual(expect.objectContaining(cut));
  });
});
