import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let project: string;
beforeAll(async () => {
  server = await startTestServer();
  project = await server.createProject('alice', ['A project is a collection of documents.']);
});
afterAll(() => server.close());

const messages = [{ role: 'user', content: 'What is a project?' }];
const complete = (body: object, headers: Record<string, string> = {}): Promise<Response> =>
  server.request('alice', 'POST', '/v1/chat/completions', { model: 'openai/echo', messages, ...body }, headers);
const STRICT = { 'x-groundwire-strict': 'true' };

describe('a strict request', () => {
  it.each([
    ['by header', {}, STRICT],
    ['by body', { strict: true }, {}],
    ['by body, spelt as text', { strict: 'true' }, {}],
    ['when it streams', { stream: true }, STRICT],
  ])('is refused rather than changed, before the provider is asked: %s', async (_name, extra, headers) => {
    const asked = server.upstream.requests.length;
    const response = await complete({ ...extra, k: 3, top_k: 5 }, headers);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { type: 'unsupported_parameter', param: 'top_k' } });
    expect(server.upstream.requests).toHaveLength(asked);
  });

  it('names every change in the AskYoda family', async () => {
    const body = { model: 'local/extractive', messages, temperature: 0.5, top_k: 5 };
    const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/generate/`, body, STRICT);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { message: Record<string, string[]> } };
    expect(Object.keys(error.message).sort()).toEqual(['max_tokens', 'temperature', 'top_k']);
    expect(error.message.max_tokens?.[0]).toContain('defaulted');
  });

  it('passes when nothing changes, or only the words do', async () => {
    expect((await complete({ max_completion_tokens: 5 }, STRICT)).status).toBe(200);
    const translated = await complete({ metadata: [{ key: 'a', value: 'b' }] }, STRICT);
    expect(translated.status).toBe(200);
    const { adjustments } = (await translated.json()) as { adjustments: unknown[] };
    expect(adjustments).toContainEqual(expect.objectContaining({ parameter: 'metadata', action: 'translated' }));
  });

  it('is not what `false` asks for, and nothing else may be asked', async () => {
    expect((await complete({ top_k: 5 }, { 'x-groundwire-strict': 'false' })).status).toBe(200);
    expect((await complete({}, { 'x-groundwire-strict': 'maybe' })).status).toBe(400);
  });
});
