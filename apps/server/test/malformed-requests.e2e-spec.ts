import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let project: string;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject('alice', ['Groundwire answers from your documents.']);
  token = await signToken({ sub: 'alice' });
});
afterAll(() => server.close());

const message = { role: 'user', content: 'What answers?' };
const body = (extra: object): object => ({ model: 'local/extractive', messages: [message], ...extra });
const generate = (value: unknown): Promise<Response> =>
  server.request('alice', 'POST', `${ASK_YODA}/${project}/generate/`, value);
const complete = (value: unknown): Promise<Response> =>
  server.request('alice', 'POST', `/v1/projects/${project}/chat/completions`, value);
const raw = (text: string | Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${server.url}${ASK_YODA}/${project}/generate/`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body: text,
  });
async function fieldsOf(response: Response): Promise<string[]> {
  const { error } = (await response.json()) as { error: { message: Record<string, string[]> } };
  return Object.keys(error.message);
}

describe('400 naming the body', () => {
  it.each([
    ['nothing', ''],
    ['a cut object', '{"model": "x"'],
    ['a trailing comma', '{"model": "x",}'],
    ['single quotes', "{'model': 'x'}"],
    ['NaN', '{"temperature": NaN}'],
    ['a list', '[]'],
    ['a number', '7'],
    ['null', 'null'],
    ['a __proto__ key', '{"__proto__": {"model": "x"}}'],
    ['deep nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('%s', async (_name, text) => {
    const response = await raw(text);
    expect(response.status).toBe(400);
    expect((await fieldsOf(response)).length).toBeGreaterThan(0);
  });

  it.each([
    ['messages.0.content', '{"model":"local/extractive","messages":[{"role":"user","content":"a\\u0000b"}]}'],
    ['messages.0.content', '{"model":"local/extractive","messages":[{"role":"user","content":"\\ud83d alone"}]}'],
    ['user', '{"model":"local/extractive","messages":[{"role":"user","content":"x"}],"user":"\\udc00"}'],
  ])('%s holds text that Postgres cannot store', async (field, text) => {
    const response = await raw(text);
    expect(response.status).toBe(400);
    expect(await fieldsOf(response)).toEqual([field]);
  });
});

describe('numbers that are no numbers', () => {
  it('1e999 is out of bounds, not infinite', async () => {
    expect(
      (await raw('{"model":"local/extractive","messages":[{"role":"user","content":"x"}],"k":1e999}')).status,
    ).toBe(400);
  });
  it('a filter value that became infinite is refused, not turned into null', async () => {
    const response = await raw(
      '{"model":"local/extractive","messages":[{"role":"user","content":"x"}],"filter_documents":{"a":1e400}}',
    );
    expect(response.status).toBe(400);
    expect(await fieldsOf(response)).toEqual(['filter_documents.a']);
  });
  it('a k beyond any table is clamped and reported', async () => {
    const answer = (await (await generate(body({ k: 1e15 }))).json()) as { adjustments: unknown[] };
    expect(answer.adjustments).toContainEqual(expect.objectContaining({ parameter: 'k', action: 'clamped', to: 1000 }));
  });
});

describe('other refusals', () => {
  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    '415 for %s',
    async (type) => {
      expect((await raw(JSON.stringify(body({})), { 'content-type': type })).status).toBe(415);
    },
  );
  it.each(['gzip', 'deflate', 'br', 'zstd', 'identity, gzip'])(
    '415 for a body in %s, of any type',
    async (encoding) => {
      const packed = gzipSync(JSON.stringify(body({})));
      for (const type of ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
        const response = await raw(packed, { 'content-encoding': encoding, 'content-type': type });
        expect(response.status).toBe(415);
        expect(await response.text()).toContain('without content-encoding');
      }
    },
  );
  it('accepts a body that says it is as it is', async () => {
    expect((await raw(JSON.stringify(body({})), { 'content-encoding': 'identity' })).status).toBe(200);
  });
  it('415 for another charset', async () => {
    const text = JSON.stringify(body({}));
    expect((await raw(text, { 'content-type': 'application/json; charset=latin1' })).status).toBe(415);
  });
  it('accepts a charset beside application/json', async () => {
    expect((await raw(JSON.stringify(body({})), { 'content-type': 'application/json; charset=utf-8' })).status).toBe(
      200,
    );
  });
  it('413 over 20 MB', async () => {
    expect((await raw('x'.repeat(20 * 1024 * 1024 + 1))).status).toBe(413);
  });
  it('404 for an unknown path, in the shape of its family', async () => {
    const askYoda = await server.request('alice', 'GET', `${ASK_YODA}/${project}/nothing/`);
    const openAi = await server.request('alice', 'GET', '/v1/nothing');
    expect([askYoda.status, openAi.status]).toEqual([404, 404]);
    expect(await askYoda.json()).toEqual({ details: 'Not Found' });
    expect(await openAi.json()).toMatchObject({ error: { type: 'not_found', message: 'Not Found' } });
  });
  it('404 for an unknown model, saying what is known', async () => {
    const response = await complete(body({ model: 'nobody/nothing' }));
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { type: 'model_not_found', param: 'model' } });
  });
  it('404 for a provider without a key, naming what the operator must set', async () => {
    const { error } = (await (await complete(body({ model: 'groq/llama-3' }))).json()) as {
      error: { message: string };
    };
    expect(error.message).toContain('GROQ_API_KEY');
  });
});

describe('what the framework refuses by itself', () => {
  it.each(['/v1/%', '/v1/projects/%ff/models', `/v1/projects/${'x'.repeat(300)}/models`])('%s', async (path) => {
    const response = await server.request('alice', 'GET', path);
    expect(response.status).toBe(400);
    expect(response.headers.get('x-request-id')).toBeTruthy();
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error', param: null } });
  });

  it('bytes that are no request', async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.end('GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n');
    const answer = (await socket.toArray()).join('');
    expect(answer).toMatch(/^HTTP\/1\.1 400 \r\n/);
    expect(answer).toContain('x-request-id: ');
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  it('an empty x-project-id counts as none', async () => {
    const response = await server.request('alice', 'POST', '/v1/chat/completions', body({}), { 'x-project-id': '' });
    expect(response.status).toBe(200);
  });
});
