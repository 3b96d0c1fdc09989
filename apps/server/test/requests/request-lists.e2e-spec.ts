import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RequestList, RequestRecord } from '@groundwire/client';
import { queryOf } from '../contract/contract.ts';
import { ASK_YODA, startTestServer, type TestServer } from '../harness.ts';
import { DOCUMENT, LoggedProject, messages, QUESTION } from './logged-project.ts';

let server: TestServer;
let project: LoggedProject;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  project = await LoggedProject.create(server);
});
afterAll(() => server.close());

const post = (path: string, body: unknown, headers?: Record<string, string>): Promise<Response> =>
  server.request('alice', 'POST', path, body, headers);

describe('a page', () => {
  it('goes on where the last one ended, whatever is added meanwhile', async () => {
    for (let index = 0; index < 7; index++) {
      await project.generate({ model: 'local/extractive', user: `user-${index}` });
    }
    const seen: (string | null)[] = [];
    let query = '?limit=3';
    for (;;) {
      const { requests, next_cursor: cursor } = await project.list(query);
      seen.push(...requests.map(({ user }) => user));
      if (cursor === null) break;
      query = `?limit=3&cursor=${cursor}`;
      await project.generate({ model: 'local/extractive', user: 'late' });
    }
    expect(seen).toEqual(['user-6', 'user-5', 'user-4', 'user-3', 'user-2', 'user-1', 'user-0']);
    expect((await project.list()).requests).toHaveLength(9);
  });

  it('holds what the filters mean, each and together', async () => {
    await project.generate({ model: 'openai/echo', user: 'ann', metadata: { team: 'support', tier: 'gold' } });
    await project.generate({ model: 'echo', user: 'bob', metadata: [{ key: 'team', value: 'sales' }] });
    await project.generate({ model: 'openai/error-429', user: 'ann' });
    await project.generate({ model: 'openai/error-503', user: 'cid' });
    await project.generate({ k: -1, user: 'ann' });
    const [, second] = (await project.list()).requests;
    const at = encodeURIComponent(second!.created_at);
    const count = async (query: string): Promise<number> => (await project.list(`?${query}`)).requests.length;
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
      [`conversation_id=${project.id}`, 0],
      [`from=${at}&to=${at}`, 0],
      [
        `to=${at}&from=2020-01-01T00:00:00Z`,
        (await project.list()).requests.filter((one) => one.created_at < second!.created_at).length,
      ],
      [`from=${at}`, (await project.list()).requests.filter((one) => one.created_at >= second!.created_at).length],
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
    const response = await project.get(`requests/?${query}`);
    const { error } = (await response.json()) as { error: { message: Record<string, unknown> } };
    expect([response.status, Object.keys(error.message)]).toEqual([400, [field]]);
  });
});

it.each(
  ['/v2/aiproducts/askyoda/v2/{project_id}/requests/', '/v2/aiproducts/askyoda/v2/{project_id}/usage/'].flatMap(
    (path) => queryOf(path).map(({ name, example }) => [path.split('/').at(-2), name, example] as const),
  ),
)('the example of %s?%s=%s is accepted', async (room, name, example) => {
  const key = name === 'metadata_value' ? '&metadata_key=team' : '';
  const query = `?${name}=${encodeURIComponent(String(example))}${key}`;
  const response = await project.get(`${room}/${query}`);
  expect(response.status).toBe(200);
});

describe('usage', () => {
  it('sums exactly by day and model, and invents no cost', async () => {
    const records: RequestRecord[] = [];
    for (const model of ['openai/gpt-4o-mini', 'openai/gpt-4o-mini', 'openai/echo', 'openai/error-500']) {
      await project.generate({ model, user: 'ann' });
      records.push(await project.latest());
    }
    await project.generate({ k: -1 });
    const [mini] = records;
    expect(mini?.cost).toBeGreaterThan(0);
    const { days, totals } = await project.usage();
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
    expect((await project.usage('?user=ann&model=openai/echo')).totals).toMatchObject({
      requests: 1,
      cost: '0',
      cost_unknown: 1,
    });
    expect(await project.usage('?user=nobody')).toMatchObject({
      days: [],
      totals: { requests: 0, cost: '0', total_tokens: 0 },
    });
  });

  it('is refused with 400 for what it does not sum by', async () => {
    const response = await project.get('usage/?status=429');
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
    const answers = [id, project.id].map((one) => project.get(`requests/${one}/`));
    const [onForeign, onUnknown] = await Promise.all(
      (await Promise.all(answers)).map(async (one) => [one.status, await one.text()]),
    );
    expect(onForeign?.[0]).toBe(404);
    expect(onForeign).toEqual(onUnknown);
    expect((await project.list(`?cursor=${id}`)).requests).toEqual([]);
  });
});

it('is removed with its project', async () => {
  await project.generate({});
  expect((await project.list()).requests).toHaveLength(1);
  const gone = await server.request('alice', 'DELETE', `${ASK_YODA}/${project.id}/`);
  const after = await project.get('requests/');
  expect([gone.status, after.status]).toEqual([204, 404]);
});
