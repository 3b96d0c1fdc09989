import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Adjustment, RequestDetail, RequestList, RequestRecord, UsageReport } from '@groundwire/client';
import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';

const QUESTION = 'When is the xylophone room open?';
const DOCUMENT = 'The xylophone room is open from 9 to 17, and on Sundays from 10 to 14.';

let server: TestServer;
let project: string;
beforeAll(async () => {
  server = await startTestServer({ UPSTREAM_IDLE_TIMEOUT_MS: '400' });
});
beforeEach(async () => {
  project = await server.createProject('alice', [DOCUMENT]);
});
afterAll(() => server.close());

const messages = [{ role: 'user', content: QUESTION }];
const post = (path: string, body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) =>
  server.request('alice', 'POST', path, body, headers, signal);
const generate = (body: object, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response> =>
  post(`${ASK_YODA}/${project}/generate/`, { model: 'openai/echo', messages, ...body }, headers, signal);
async function list(query = ''): Promise<RequestList> {
  const response = await server.request('alice', 'GET', `${ASK_YODA}/${project}/requests/${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as RequestList;
}
async function latest(): Promise<RequestRecord> {
  return (await list()).requests[0]!;
}
async function usage(query = ''): Promise<UsageReport> {
  const response = await server.request('alice', 'GET', `${ASK_YODA}/${project}/usage/${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as UsageReport;
}

describe('a request that was answered', () => {
  it('is there when its answer is, with all that is known of it', async () => {
    const labels = { user: 'user-4711', metadata: [{ key: 'team', value: 'support' }] };
    const response = await generate({ ...labels, model: 'openai/gpt-4o-mini-echo', k: 2 }, { 'user-agent': 'bot/1.0' });
    const answer = (await response.json()) as { usage: object; cost: number; model: string; adjustments: Adjustment[] };
    expect(response.status).toBe(200);
    expect(await latest()).toEqual({
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
    await (await generate({ model: 'openai/stream-5', stream: true })).text();
    const record = await latest();
    expect(record).toMatchObject({ stream: true, status: 200, finish_reason: 'stop', error: null, aborted: false });
    expect(record.time_to_first_token_ms).toEqual(expect.any(Number));
    expect(record.time_to_first_token_ms).toBeLessThanOrEqual(record.latency_ms);
  });

  it('is recorded whichever way it came', async () => {
    const chat = { model: 'local/extractive', messages };
    await post(`/v1/projects/${project}/chat/completions`, chat);
    await post('/v1/chat/completions', chat, { 'x-project-id': project });
    await post('/v1/chat/completions', { ...chat, project_id: project.toUpperCase() });
    await post(`${ASK_YODA}/${project}/ask_llm/`, { query: QUESTION, top_n: 2, auth: 'eyJ-the-callers-key' });
    await post(`${ASK_YODA}/${project}/query/`, { query: QUESTION, k: 7 });
    await post(`${ASK_YODA}/${project}/generate/explain/`, chat);
    await post('/v1/chat/completions', chat);
    const { requests } = await list();
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
    const created = await post(`${ASK_YODA}/${project}/conversations/`, {});
    const { id } = (await created.json()) as { id: string };
    await generate({ conversation_id: id });
    expect(await latest()).toMatchObject({ conversation_id: id });
  });

  it('tells who was asked when fallbacks were named', async () => {
    await generate({ model: 'openai/error-500', fallbacks: ['openai/echo'] });
    expect(await latest()).toMatchObject({
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
    const response = await generate(body);
    expect(response.status).toBe(status);
    expect(await latest()).toMatchObject({
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
    await generate({ model: `openai/${model}`, stream: true });
    expect(await latest()).toMatchObject({
      status,
      error: { type, param: null },
      provider: 'openai',
      model_used: model,
      retrieval: { status: 'grounded' },
      cost: null,
    });
  });

  it('with every fallback names the last one', async () => {
    await generate({ model: 'openai/error-500', fallbacks: ['openai/error-503'] });
    const record = await latest();
    expect(record).toMatchObject({ status: 503, model_used: 'error-503', error: { type: 'upstream_unavailable' } });
    expect(record.attempts).toHaveLength(2);
  });

  it.each([
    ['cut-mid-stream', 'upstream_invalid_response'],
    ['stall-mid-stream', 'upstream_timeout'],
    ['error-mid-stream', 'upstream_error'],
  ])('in the middle of its stream, %s, has status 200 and that error', async (model, type) => {
    await (await generate({ model: `openai/${model}`, stream: true })).text();
    expect(await latest()).toMatchObject({
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
    const response = generate(body, {}, caller.signal);
    response.catch(() => undefined);
    await until(response);
    caller.abort();
    for (;;) {
      const record = await latest();
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
    await generate({ model: 'openai/echo', stop, xylophone_note: 'xylophone', filter_documents: { a: 'xylophone' } });
    const { id } = await latest();
    const detail = await server.request('alice', 'GET', `${ASK_YODA}/${project}/requests/${id}/`);
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

describe('a page', () => {
  it('goes on where the last one ended, whatever is added meanwhile', async () => {
    for (let index = 0; index < 7; index++) await generate({ model: 'local/extractive', user: `user-${index}` });
    const seen: (string | null)[] = [];
    let query = '?limit=3';
    for (;;) {
      const { requests, next_cursor: cursor } = await list(query);
      seen.push(...requests.map(({ user }) => user));
      if (cursor === null) break;
      query = `?limit=3&cursor=${cursor}`;
      await generate({ model: 'local/extractive', user: 'late' });
    }
    expect(seen).toEqual(['user-6', 'user-5', 'user-4', 'user-3', 'user-2', 'user-1', 'user-0']);
    expect((await list()).requests).toHaveLength(9);
  });

  it('holds what the filters mean, each and together', async () => {
    await generate({ model: 'openai/echo', user: 'ann', metadata: { team: 'support', tier: 'gold' } });
    await generate({ model: 'echo', user: 'bob', metadata: [{ key: 'team', value: 'sales' }] });
    await generate({ model: 'openai/error-429', user: 'ann' });
    await generate({ model: 'openai/error-503', user: 'cid' });
    await generate({ k: -1, user: 'ann' });
    const [, second] = (await list()).requests;
    const at = encodeURIComponent(second!.created_at);
    const count = async (query: string): Promise<number> => (await list(`?${query}`)).requests.length;
    const filters: [string, number][] = [
      ['status=429', 1],
      ['status=4xx', 2],
      ['status=5xx', 1],
      ['status=2xx', 2],
      ['status=404', 0],
      ['model=openai/echo', 3],
      ['model=echo', 1],
      ['user=ann', 3],
      ['user=ann&status=2xx', 1],
      ['user=', 5],
      ['metadata_key=team', 2],
      ['metadata_key=team&metadata_value=sales', 1],
      ['metadata_key=team&metadata_value=gold', 0],
      [`conversation_id=${project}`, 0],
      [`from=${at}&to=${at}`, 0],
      [
        `to=${at}&from=2020-01-01T00:00:00Z`,
        (await list()).requests.filter((one) => one.created_at < second!.created_at).length,
      ],
      [`from=${at}`, (await list()).requests.filter((one) => one.created_at >= second!.created_at).length],
      ['from=2100-01-01T00:00:00%2B02:00', 0],
    ];
    for (const [query, expected] of filters) expect([query, await count(query)]).toEqual([query, expected]);
  });

  it.each([
    ['limit', 'limit=0'],
    ['limit', 'limit=101'],
    ['cursor', 'cursor=x'],
    ['status', 'status=ok'],
    ['status', 'status=6xx'],
    ['status', 'status=429&status=500'],
    ['from', 'from=yesterday'],
    ['to', 'to=2026-11-26'],
    ['to', 'from=2026-11-26T00:00:00Z&to=2026-11-25T00:00:00Z'],
    ['conversation_id', 'conversation_id=1'],
    ['metadata_value', 'metadata_value=support'],
    ['user', 'user=a%00b'],
    ['metadata_key', 'metadata_key=%00'],
    ['metadata_value', 'metadata_key=a&metadata_value=%00'],
    ['model', 'model=%00'],
    ['statuss', 'statuss=429'],
    ['offset', 'offset=20'],
  ])('is refused with 400 that names %s: %s', async (field, query) => {
    const response = await server.request('alice', 'GET', `${ASK_YODA}/${project}/requests/?${query}`);
    const { error } = (await response.json()) as { error: { message: Record<string, unknown> } };
    expect([response.status, Object.keys(error.message)]).toEqual([400, [field]]);
  });
});

describe('usage', () => {
  it('sums exactly by day and model, and invents no cost', async () => {
    const records: RequestRecord[] = [];
    for (const model of ['openai/gpt-4o-mini', 'openai/gpt-4o-mini', 'openai/echo', 'openai/error-500']) {
      await generate({ model, user: 'ann' });
      records.push(await latest());
    }
    await generate({ k: -1 });
    const [mini] = records;
    expect(mini?.cost).toBeGreaterThan(0);
    const { days, totals } = await usage();
    const day = new Date().toISOString().slice(0, 10);
    const ofMini = days.find(({ model }) => model === 'gpt-4o-mini');
    const tokens = (key: 'prompt_tokens' | 'completion_tokens' | 'total_tokens'): number =>
      records.reduce((sum, { usage: used }) => sum + (used?.[key] ?? 0), 0);
    expect(days.map(({ provider, model }) => `${provider}/${model}`).sort()).toEqual([
      'null/null',
      'openai/echo',
      'openai/error-500',
      'openai/gpt-4o-mini',
    ]);
    expect(ofMini).toMatchObject({ day, provider: 'openai', requests: 2, failed: 0, cost_unknown: 0, estimated: 0 });
    expect(Number(ofMini?.cost)).toBe(mini!.cost! * 2);
    expect(totals).toEqual({
      requests: 5,
      failed: 2,
      aborted: 0,
      prompt_tokens: tokens('prompt_tokens'),
      completion_tokens: tokens('completion_tokens'),
      total_tokens: tokens('total_tokens'),
      cost: ofMini?.cost,
      cost_unknown: 2,
      estimated: 0,
    });
    expect((await usage('?user=ann&model=openai/echo')).totals).toMatchObject({
      requests: 1,
      cost: '0',
      cost_unknown: 1,
    });
    expect(await usage('?user=nobody')).toMatchObject({
      days: [],
      totals: { requests: 0, cost: '0', total_tokens: 0 },
    });
  });

  it('is refused with 400 for what it does not sum by', async () => {
    const response = await server.request('alice', 'GET', `${ASK_YODA}/${project}/usage/?status=429`);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('"status"')]);
  });
});

describe("another tenant's project", () => {
  it('has nothing of what others tried on it', async () => {
    const foreign = await server.createProject('bob', [DOCUMENT]);
    await post(`${ASK_YODA}/${foreign}/generate/`, { model: 'local/extractive', messages });
    await post(`${ASK_YODA}/${foreign}/generate/`, { k: 'wrong' });
    const own = (await (await server.request('bob', 'GET', `${ASK_YODA}/${foreign}/requests/`)).json()) as RequestList;
    expect(own.requests).toEqual([]);
  });

  it('does not lend its requests to a project of the caller, nor as a cursor', async () => {
    const foreign = await server.createProject('bob', [DOCUMENT]);
    const made = await server.request('bob', 'POST', `${ASK_YODA}/${foreign}/query/`, { query: QUESTION });
    const id = made.headers.get('x-request-id');
    const answers = [id, project].map((one) =>
      server.request('alice', 'GET', `${ASK_YODA}/${project}/requests/${one}/`),
    );
    const [onForeign, onUnknown] = await Promise.all(
      (await Promise.all(answers)).map(async (one) => [one.status, await one.text()]),
    );
    expect(onForeign?.[0]).toBe(404);
    expect(onForeign).toEqual(onUnknown);
    expect((await list(`?cursor=${id}`)).requests).toEqual([]);
  });
});

it('is removed with its project', async () => {
  await generate({});
  expect((await list()).requests).toHaveLength(1);
  const gone = await server.request('alice', 'DELETE', `${ASK_YODA}/${project}/`);
  const after = await server.request('alice', 'GET', `${ASK_YODA}/${project}/requests/`);
  expect([gone.status, after.status]).toEqual([204, 404]);
});
