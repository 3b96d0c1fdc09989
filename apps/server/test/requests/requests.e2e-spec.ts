import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Adjustment, RequestDetail, RequestRecord } from '@groundwire/client';
import { ASK_YODA, startTestServer, type TestServer } from '../harness.ts';
import { DOCUMENT, LoggedProject, messages, QUESTION } from './logged-project.ts';

let server: TestServer;
let project: LoggedProject;
beforeAll(async () => {
  server = await startTestServer({ UPSTREAM_IDLE_TIMEOUT_MS: '400' });
});
beforeEach(async () => {
  project = await LoggedProject.create(server);
});
afterAll(() => server.close());

const post = (path: string, body: unknown, headers?: Record<string, string>): Promise<Response> =>
  server.request('alice', 'POST', path, body, headers);

describe('a request that was answered', () => {
  it('is there when its answer is, with all that is known of it', async () => {
    const labels = { user: 'user-4711', metadata: [{ key: 'team', value: 'support' }] };
    const response = await project.generate(
      { ...labels, model: 'openai/gpt-4o-mini-echo', k: 2 },
      { 'user-agent': 'bot/1.0' },
    );
    const answer = (await response.json()) as { usage: object; cost: number; model: string; adjustments: Adjustment[] };
    expect(response.status).toBe(200);
    expect(await project.latest()).toEqual({
      id: response.headers.get('x-request-id'),
      created_at: expect.stringMatching(/^20.*Z$/),
      operation: 'generate',
      status: 200,
      stream: false,
      aborted: false,
      latency_ms: expect.any(Number),
      time_to_first_token_ms: null,
      user_agent: 'bot/1.0',
      model: 'openai/gpt-4o-mini-echo',
      provider: 'openai',
      model_used: 'gpt-4o-mini-echo',
      model_reported: answer.model,
      usage: answer.usage,
      cost: answer.cost,
      estimated: false,
      finish_reason: 'stop',
      error: null,
      retrieval: { status: 'grounded', k: 2 },
      adjustments: answer.adjustments.map(({ from, to, ...change }) => ({
        ...change,
        ...(typeof from === 'number' && { from }),
        ...(typeof to === 'number' && { to }),
      })),
      attempts: [],
      user: 'user-4711',
      metadata: { team: 'support' },
      conversation_id: null,
    });
  });

  it('has its first token timed when it was streamed, within the whole', async () => {
    await (await project.generate({ model: 'openai/stream-5', stream: true })).text();
    const record = await project.latest();
    expect(record).toMatchObject({ stream: true, status: 200, finish_reason: 'stop', error: null, aborted: false });
    expect(record.time_to_first_token_ms).toEqual(expect.any(Number));
    expect(record.time_to_first_token_ms).toBeLessThanOrEqual(record.latency_ms);
  });

  it('is recorded whichever way it came', async () => {
    const chat = { model: 'local/extractive', messages };
    await post(`/v1/projects/${project.id}/chat/completions`, chat);
    await post('/v1/chat/completions', chat, { 'x-project-id': project.id });
    await post('/v1/chat/completions', { ...chat, project_id: project.id.toUpperCase() });
    await project.post('ask_llm/', { query: QUESTION, top_n: 2, auth: 'eyJ-the-callers-key' });
    await project.post('query/', { query: QUESTION, k: 7 });
    await project.post('generate/explain/', chat);
    await post('/v1/chat/completions', chat);
    const { requests } = await project.list();
    expect(requests.map(({ operation }) => operation)).toEqual([
      'queryProject',
      'askLlm',
      'createChatCompletion',
      'createChatCompletion',
      'createProjectChatCompletion',
    ]);
    expect(requests[0]).toMatchObject({
      model: null,
      provider: null,
      cost: 0,
      retrieval: { status: 'grounded', k: 7 },
    });
    expect(requests[1]).toMatchObject({ model: 'local/extractive', provider: 'local', model_used: 'extractive' });
    expect(requests[1]?.adjustments).toContainEqual(expect.objectContaining({ parameter: 'top_n', from: 2 }));
    expect(JSON.stringify(requests)).not.toContain('eyJ');
  });

  it('names the conversation it continues', async () => {
    const created = await project.post('conversations/', {});
    const { id } = (await created.json()) as { id: string };
    await project.generate({ conversation_id: id });
    expect(await project.latest()).toMatchObject({ conversation_id: id });
  });

  it('tells who was asked when fallbacks were named', async () => {
    await project.generate({ model: 'openai/error-500', fallbacks: ['openai/echo'] });
    expect(await project.latest()).toMatchObject({
      status: 200,
      model: 'openai/error-500',
      model_used: 'echo',
      attempts: [
        { model: 'openai/error-500', error: { type: 'upstream_error', status: 502 } },
        { model: 'openai/echo', error: null },
      ],
    });
  });
});

describe('a request that failed', () => {
  it.each([
    ['a field of the wrong type', { k: 'many' }, 400, 'invalid_request_error', 'k'],
    ['no messages', { messages: [] }, 400, 'invalid_request_error', 'messages'],
    ['a filter that cannot be read', { filter_documents: { a: { $no: 1 } } }, 400, 'invalid_request_error', undefined],
    ['a model that is not there', { model: 'nobody/x' }, 404, 'model_not_found', undefined],
    [
      'no evidence',
      { min_score: 1, messages: [{ role: 'user', content: 'Zürich?' }], retrieval: { on_no_evidence: 'error' } },
      422,
      'no_evidence',
      null,
    ],
  ])('by %s is recorded, and cost nothing', async (_, body, status, type, param) => {
    const response = await project.generate(body);
    expect(response.status).toBe(status);
    expect(await project.latest()).toMatchObject({
      id: response.headers.get('x-request-id'),
      status,
      error: { type, ...(param === undefined ? {} : { param }) },
      model: (body as { model?: string }).model ?? 'openai/echo',
      provider: null,
      cost: 0,
      usage: null,
    });
  });

  it.each([
    ['error-429-after-30', 429, 'upstream_rate_limited'],
    ['error-500', 502, 'upstream_error'],
    ['stall', 504, 'upstream_timeout'],
  ])('by its vendor, %s, names that, and its cost is not known', async (model, status, type) => {
    await project.generate({ model: `openai/${model}`, stream: true });
    expect(await project.latest()).toMatchObject({
      status,
      error: { type, param: null },
      provider: 'openai',
      model_used: model,
      retrieval: { status: 'grounded' },
      cost: null,
    });
  });

  it('with every fallback names the last one', async () => {
    await project.generate({ model: 'openai/error-500', fallbacks: ['openai/error-503'] });
    const record = await project.latest();
    expect(record).toMatchObject({ status: 503, model_used: 'error-503', error: { type: 'upstream_unavailable' } });
    expect(record.attempts).toHaveLength(2);
  });

  it.each([
    ['cut-mid-stream', 'upstream_invalid_response'],
    ['stall-mid-stream', 'upstream_timeout'],
    ['error-mid-stream', 'upstream_error'],
  ])('in the middle of its stream, %s, has status 200 and that error', async (model, type) => {
    await (await project.generate({ model: `openai/${model}`, stream: true })).text();
    expect(await project.latest()).toMatchObject({
      status: 200,
      aborted: false,
      error: { type },
      finish_reason: null,
      estimated: true,
      usage: { completion_tokens: expect.any(Number) },
    });
  });
});

describe('a caller who leaves', () => {
  /** The record of a request whose caller leaves when `until` has happened, once there is one. */
  async function left(body: object, until: (response: Promise<Response>) => Promise<unknown>): Promise<RequestRecord> {
    const caller = new AbortController();
    const response = project.generate(body, {}, caller.signal);
    response.catch(() => undefined);
    await until(response);
    caller.abort();
    for (;;) {
      const [record] = (await project.list()).requests;
      if (record !== undefined) return record;
    }
  }

  it('in the middle of a stream leaves a record of how far it went, which is no failure', async () => {
    const record = await left({ model: 'openai/slow-100', stream: true }, async (response) =>
      (await response).body!.getReader().read(),
    );
    expect(record).toMatchObject({ status: 200, aborted: true, error: null, estimated: true, finish_reason: null });
    expect(record.usage?.prompt_tokens).toBeGreaterThan(0);
  });

  it('before there is an answer has status 499', async () => {
    const asked = server.upstream.requests.length;
    const record = await left({ model: 'openai/stall-before-headers' }, async () => {
      while (server.upstream.requests.length === asked) await new Promise((resolve) => setImmediate(resolve));
    });
    expect(record).toMatchObject({ status: 499, aborted: true, error: null, provider: 'openai', cost: null });
  });
});

describe('what was said', () => {
  it('is nowhere in a record', async () => {
    const stop = ['xylophone'];
    await project.generate({
      model: 'openai/echo',
      stop,
      xylophone_note: 'xylophone',
      filter_documents: { a: 'xylophone' },
    });
    const { id } = await project.latest();
    const detail = await project.get(`requests/${id}/`);
    const record = (await detail.json()) as RequestDetail;
    expect(record.content).toBeNull();
    // A field's own name is reported as in the answer.
    expect(JSON.stringify(record).replaceAll('xylophone_note', '')).not.toMatch(/xylophone|Sundays/);
  });

  it('is kept when the operator wants it, cut where it is long, and never a key', async () => {
    const keeping = await startTestServer({ REQUEST_LOG_CONTENT: 'true' });
    try {
      const id = await keeping.createProject('alice', [DOCUMENT]);
      const root = `${ASK_YODA}/${id}`;
      const detail = async (path: string, body: object): Promise<RequestDetail> => {
        const response = await keeping.request('alice', 'POST', root + path, { ...body, auth: 'eyJ-the-callers-key' });
        const text = await response.text();
        const record = await keeping.request(
          'alice',
          'GET',
          `${root}/requests/${response.headers.get('x-request-id')}/`,
        );
        expect([response.status, text.length > 0, record.status]).toEqual([200, true, 200]);
        return (await record.json()) as RequestDetail;
      };
      const asked = {
        model: 'local/extractive',
        messages: [{ role: 'system', content: 'Be brief.' }, ...messages],
      };
      for (const stream of [false, true]) {
        const { content } = await detail('/generate/', { ...asked, stream });
        expect(content).toEqual({
          messages: [
            { role: 'system', text: 'Be brief.' },
            { role: 'user', text: QUESTION },
          ],
          answer: expect.stringContaining('xylophone room is open'),
          truncated: false,
        });
      }
      const long = await detail('/generate/', {
        ...asked,
        messages: [...messages, { role: 'user', content: 'a'.repeat(70_000) }],
      });
      expect(long.content).toMatchObject({ messages: [{ text: 'a'.repeat(64_000) }], truncated: true });
      const query = await detail('/query/', { query: QUESTION });
      expect(query.content).toEqual({ messages: [{ role: 'user', text: QUESTION }], answer: null, truncated: false });
      const list = await keeping.request('alice', 'GET', `${root}/requests/`);
      expect(await list.text()).not.toMatch(/eyJ|Sundays|brief/);
    } finally {
      await keeping.close();
    }
  });
});
