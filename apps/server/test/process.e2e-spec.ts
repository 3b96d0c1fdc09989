import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createServer } from 'node:net';
import type { ChatCompletion, RequestList } from '@groundwire/client';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { freePort } from '../../../tools/free-port.ts';
import { ASK_YODA } from './harness.ts';
import { runToken, type ServerProcess, spawnServer, startServerProcess } from './process.ts';
import { makeStorage, type Storage } from './storage.ts';

// Each test starts a server or two, and a new embedded database takes seconds.
jest.setTimeout(180_000);

let upstream: FakeUpstream;
let storage: Storage;
const running: ServerProcess[] = [];

beforeAll(async () => {
  upstream = await startFakeUpstream();
  storage = await makeStorage();
});
afterEach(async () => {
  for (const { child, exited } of running.splice(0)) {
    child.kill('SIGKILL');
    await exited;
  }
});
afterAll(async () => {
  await upstream.close();
  await storage.remove();
});

const environment = (): Record<string, string> => ({
  ...storage.environment,
  OPENAI_BASE_URL: upstream.url,
  OPENAI_API_KEY: 'sk-secret-of-the-operator',
});
async function start(extra: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await startServerProcess({ ...environment(), ...extra });
  running.push(server);
  return server;
}
const as = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token.trim()}`,
  'content-type': 'application/json',
});
const project = { project_name: 'p', collection_name: 'c', embeddings_provider: 'openai' };
const chat = (model: string, stream: boolean): string =>
  JSON.stringify({ model, stream, messages: [{ role: 'user', content: 'a private question' }] });

describe('node apps/server/dist/main.js', () => {
  it('serves, and a token from token.js opens it', async () => {
    const server = await start();
    const token = await runToken(['--sub', 'alice'], environment());
    expect(token).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const created = await fetch(`${server.url}${ASK_YODA}/`, {
      method: 'POST',
      headers: as(token),
      body: JSON.stringify(project),
    });
    expect(created.status).toBe(200);
    expect(server.output()).toContain('development secret');
  });

  it("keeps models' thinking over a restart, stopped the moment its answer is there; the log has none of it", async () => {
    const settings = { ANTHROPIC_BASE_URL: upstream.url, ANTHROPIC_API_KEY: 'sk-ant-of-the-operator' };
    const token = await runToken(['--sub', 'dora'], environment());
    const tools = [{ type: 'function', function: { name: 'get_weather' } }];
    const question = { role: 'user', content: 'What is the weather?' };
    const ask = async ({ url }: ServerProcess, stream: boolean, messages: object[]): Promise<string> => {
      const thinking = { type: 'enabled', budget_tokens: 2048 };
      const body = JSON.stringify({ model: 'anthropic/claude-3-7-tool-loop', stream, messages, tools, thinking });
      return (await fetch(`${url}/v1/chat/completions`, { method: 'POST', headers: as(token), body })).text();
    };
    const first = await start(settings);
    const streamed = await ask(first, true, [question]);
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    const ids = [...new Set(streamed.match(/toolu_[0-9a-f]{32}/g))];
    expect(ids).toHaveLength(2);

    const second = await start(settings);
    const calls = ids.map((id) => ({ id, type: 'function', function: { name: 'get_weather', arguments: '{}' } }));
    const results = ids.map((id) => ({ role: 'tool', tool_call_id: id, content: '21 °C' }));
    const history = [question, { role: 'assistant', content: 'Let me look.', tool_calls: calls }, ...results];
    const answer = JSON.parse(await ask(second, false, history)) as ChatCompletion;
    expect(answer.choices[0]?.message.content).toContain('The tool said');
    expect(answer.adjustments.filter(({ parameter }) => parameter === 'thinking')).toEqual([]);
    expect(JSON.stringify(upstream.requests.at(-1)?.body)).toContain(
      '"thinking":"I need the weather.","signature":"fake-',
    );
    expect(first.output() + second.output()).not.toMatch(/I need|fake-/);
  });

  it('keeps what was acknowledged when it is killed', async () => {
    const token = await runToken(['--sub', 'bob'], environment());
    const first = await start();
    const created = await fetch(`${first.url}${ASK_YODA}/`, {
      method: 'POST',
      headers: as(token),
      body: JSON.stringify(project),
    });
    const { project_id: id } = (await created.json()) as { project_id: string };
    await fetch(`${first.url}${ASK_YODA}/${id}/add_text/`, {
      method: 'POST',
      headers: as(token),
      body: '{"texts":["Kept."]}',
    });
    first.child.kill('SIGKILL');
    await first.exited;
    const second = await start();
    const info = await fetch(`${second.url}${ASK_YODA}/${id}/info/`, { headers: as(token) });
    expect(await info.json()).toMatchObject({ collection_size: 1 });
  });

  it('finishes a stream that is under way when it is told to stop, refuses new work, and exits 0', async () => {
    const server = await start();
    const token = await runToken(['--sub', 'alice'], environment());
    const response = await fetch(`${server.url}/v1/chat/completions`, {
      method: 'POST',
      headers: as(token),
      body: chat('slow-100', true),
    });
    const reader = response.body!.getReader();
    await reader.read();
    server.child.kill('SIGTERM');
    let text = '';
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      text += new TextDecoder().decode(next.value);
    }
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
    expect(await server.exited).toBe(0);
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
  });

  it('keeps the turns of a conversation when it is told to stop the moment they end, or while one is given', async () => {
    const token = await runToken(['--sub', 'erin'], environment());
    const first = await start({ DRAIN_TIMEOUT_MS: '300' });
    const post = (url: string, body: string, signal?: AbortSignal): Promise<Response> =>
      fetch(url, { method: 'POST', headers: as(token), body, ...(signal && { signal }) });
    const made = await post(`${first.url}${ASK_YODA}/`, JSON.stringify(project));
    const { project_id: id } = (await made.json()) as { project_id: string };
    const conversations = `${ASK_YODA}/${id}/conversations/`;
    const { id: conversation } = (await (await post(first.url + conversations, '{}')).json()) as { id: string };
    const body = (model: string): string =>
      JSON.stringify({
        model,
        stream: true,
        messages: [{ role: 'user', content: `to ${model}` }],
        conversation_id: conversation,
      });
    const chat = `${first.url}/v1/projects/${id}/chat/completions`;
    const endless = await post(chat, body('stall-mid-stream'));
    const reader = endless.body!.getReader();
    await reader.read();
    await Promise.all(Array.from({ length: 10 }, async () => (await post(chat, body('echo'))).text()));
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    await reader.cancel().catch(() => undefined);

    const second = await start();
    const read = await fetch(`${second.url}${conversations}${conversation}/`, { headers: as(token) });
    const { messages } = (await read.json()) as { messages: { status: string; user_text: string }[] };
    expect(messages.map(({ status }) => status)).toEqual([...Array<string>(10).fill('complete'), 'aborted']);
    expect(messages.at(-1)).toMatchObject({ user_text: 'to stall-mid-stream' });
    expect(first.output() + second.output()).not.toContain('to echo');
  });

  it('has recorded every request when it is told to stop the moment they end, and the one it had to cut', async () => {
    const token = await runToken(['--sub', 'fay'], environment());
    const first = await start({ DRAIN_TIMEOUT_MS: '300' });
    const post = (path: string, body: string): Promise<Response> =>
      fetch(first.url + path, { method: 'POST', headers: as(token), body });
    const { project_id: id } = (await (await post(`${ASK_YODA}/`, JSON.stringify(project))).json()) as {
      project_id: string;
    };
    const path = `/v1/projects/${id}/chat/completions`;
    const endless = await post(path, chat('stall-mid-stream', true));
    const reader = endless.body!.getReader();
    await reader.read();
    const asked = Array.from({ length: 60 }, async (_, index) => {
      const response = await post(path, chat(index % 3 === 0 ? 'error-500' : 'echo', index % 2 === 0));
      await response.text();
      return response.headers.get('x-request-id');
    });
    const ids = await Promise.all(asked);
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    await reader.cancel().catch(() => undefined);

    const second = await start();
    const read = await fetch(`${second.url}${ASK_YODA}/${id}/requests/?limit=100`, { headers: as(token) });
    const { requests } = (await read.json()) as RequestList;
    expect(requests.map((one) => one.id).toSorted()).toEqual([...ids, endless.headers.get('x-request-id')].toSorted());
    expect(requests.filter(({ status }) => status === 502)).toHaveLength(20);
    expect(requests.at(-1)).toMatchObject({ status: 200, aborted: true, error: null, estimated: true });
  });

  it('writes no key, token, prompt or document to its log', async () => {
    const server = await start({ LOG_LEVEL: 'trace' });
    const token = await runToken(['--sub', 'alice'], environment());
    for (const model of ['echo', 'error-401', 'error-500', 'cut-mid-stream']) {
      const response = await fetch(`${server.url}/v1/chat/completions`, {
        method: 'POST',
        headers: as(token),
        body: chat(model, model === 'cut-mid-stream'),
      });
      expect(await response.text()).not.toContain('sk-secret-of-the-operator');
    }
    await fetch(`${server.url}/v1/models?access_token=${token}`, { headers: { 'x-note': 'a private question' } });
    expect(server.output()).toContain('"msg":"request"');
    for (const secret of ['sk-secret-of-the-operator', token.trim(), 'a private question']) {
      expect(server.output()).not.toContain(secret);
    }
  });
});

describe('it does not start, and says why in one sentence,', () => {
  async function refusal(extra: Record<string, string>): Promise<string> {
    const server = await spawnServer({ ...environment(), ...extra });
    running.push(server);
    expect(await server.exited).toBe(1);
    return server.output();
  }

  // An empty setting is none: on PGlite, also where the other tests have a Postgres.
  it('when another process holds its data, which goes on unharmed', async () => {
    const first = await start({ DATABASE_URL: '' });
    expect(await refusal({ DATABASE_URL: '' })).toContain(`${first.child.pid}`);
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
  });
  it('when its port is taken', async () => {
    const port = await freePort();
    const blocker = createServer().listen(port, '127.0.0.1');
    expect(await refusal({ PORT: String(port) })).toContain('its port is in use');
    blocker.close();
  });
  it('in production without a JWT setting', async () => {
    expect(await refusal({ NODE_ENV: 'production' })).toMatch(
      /^Groundwire did not start: With NODE_ENV=production set JWT_SECRET/,
    );
  });
});
