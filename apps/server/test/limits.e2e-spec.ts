import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ASK_YODA } from './harness.ts';
import { errorOf, type LimitedServer, QUESTION, startLimitedServer } from './limits/limited-server.ts';

let shop: LimitedServer;
beforeAll(async () => {
  shop = await startLimitedServer();
});
afterAll(() => shop.close());

describe('requests and tokens per minute', () => {
  it('are told in the headers of every answer', async () => {
    const project = await shop.limited({ requests_per_minute: 60, tokens_per_minute: 1_000 });
    for (const response of [
      await shop.generate(project),
      await shop.chat(project, { stream: true }),
      await shop.server.request('alice', 'POST', `${ASK_YODA}/${project}/ask_llm/`, {
        query: 'Well?',
        llm_provider: 'openai',
        llm_model: 'stream-10',
        max_tokens: 10,
      }),
    ]) {
      await response.text();
      expect(response.status).toBe(200);
      expect(response.headers.get('x-ratelimit-limit-requests')).toBe('60');
      expect(Number(response.headers.get('x-ratelimit-remaining-requests'))).toBeLessThan(60);
      expect(response.headers.get('x-ratelimit-reset-requests')).toMatch(/^(\d+m?s)$/);
      expect(response.headers.get('x-ratelimit-limit-tokens')).toBe('1000');
      expect(Number(response.headers.get('x-ratelimit-remaining-tokens'))).toBeLessThan(990);
      expect(response.headers.has('x-ratelimit-limit-budget')).toBe(false);
    }
  });

  it('refuse until the window ends, and say which limit and when', async () => {
    const project = await shop.limited({ requests_per_minute: 1 });
    await shop.hold(project, 'requests');
    expect((await shop.generate(project)).status).toBe(200);
    const response = await shop.chat(project);
    expect(response.status).toBe(429);
    expect(response.headers.has('x-should-retry')).toBe(false);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(await errorOf(response)).toMatchObject({
      type: 'rate_limit_exceeded',
      message: "The project's limit is 1 requests per minute, and it is reached.",
    });
  });

  it('count the tokens that the vendor counted', async () => {
    const project = await shop.limited({ tokens_per_minute: 1_000 });
    await shop.hold(project, 'tokens');
    const answer = await shop.generate(project, { max_tokens: 900 });
    expect(Number(answer.headers.get('x-ratelimit-remaining-tokens'))).toBeLessThan(100);
    expect(await answer.json()).toMatchObject({ usage: { total_tokens: 20 } });
    expect(await shop.settled(project)).toBe('20');
    const tooMuch = await shop.generate(project, { max_tokens: 1_000 });
    expect(tooMuch.headers.get('x-should-retry')).toBe('false');
    expect(tooMuch.headers.has('retry-after')).toBe(false);
  });

  it('count nothing for a request that breaks the contract or names no document', async () => {
    const project = await shop.limited({ requests_per_minute: 5 });
    await shop.hold(project, 'requests');
    expect((await shop.generate(project, { filter_documents: { $or: 3 } })).status).toBe(400);
    expect((await shop.report(project)).state).toMatchObject([{ used: '0' }]);
  });
});

describe("a tenant's limit", () => {
  const ask = (tenant: string, path: string): Promise<Response> => shop.server.request(tenant, 'POST', path, QUESTION);

  it('holds for all its projects together, and without any', async () => {
    const [one, other] = [await shop.server.createProject('poor'), await shop.server.createProject('poor')];
    expect((await ask('poor', `${ASK_YODA}/${one}/generate/`)).status).toBe(200);
    expect((await ask('poor', '/v1/chat/completions')).status).toBe(200);
    const refused = await ask('poor', `${ASK_YODA}/${other}/generate/`);
    expect(refused.status).toBe(429);
    expect((await errorOf(refused)).message).toContain("The tenant's limit is 0.02 US dollars in all");
    expect((await shop.report(other, 'poor')).state).toMatchObject([
      { scope: 'tenant', kind: 'budget', resets_at: null },
    ]);
  });

  it('is asked together with the project’s: what one refuses the other does not count', async () => {
    const project = await shop.limited({ requests_per_minute: 5 }, 'poor');
    const refused = await ask('poor', `${ASK_YODA}/${project}/generate/`);
    expect(refused.status).toBe(429);
    expect((await shop.report(project, 'poor')).state).toMatchObject([
      { scope: 'tenant' },
      { scope: 'project', used: '0' },
    ]);
  });

  it('is nobody else’s', async () => expect((await ask('rich', '/v1/chat/completions')).status).toBe(200));
});

describe('the limits of a project', () => {
  it('can be given when it is created, and are shown by its info', async () => {
    const body = { project_name: 'A', collection_name: 'a', embeddings_provider: 'openai' };
    const limits = { budget_usd: 2.5, budget_period: 'week' };
    const created = await shop.server.request('alice', 'POST', `${ASK_YODA}/`, { ...body, limits });
    const { project_id: project } = (await created.json()) as { project_id: string };
    const info = await shop.server.request('alice', 'GET', `${ASK_YODA}/${project}/info/`);
    expect(await info.json()).toMatchObject({ limits });
  });

  it('are replaced whole', async () => {
    const project = await shop.limited({ budget_usd: 1, requests_per_minute: 3 });
    const set = await shop.server.request('alice', 'PUT', `${ASK_YODA}/${project}/limits/`, { tokens_per_minute: 9 });
    expect(await set.json()).toMatchObject({ limits: { tokens_per_minute: 9 }, state: [{ kind: 'tokens' }] });
    await shop.server.request('alice', 'PUT', `${ASK_YODA}/${project}/limits/`, {});
    expect(await shop.report(project)).toEqual({ limits: {}, state: [] });
  });

  it.each([{ budget_usd: -1 }, { requests_per_minute: 0.5 }, { budget_period: 'year' }, { budgetusd: 5 }])(
    'are refused as %j',
    async (limits) => {
      const project = await shop.server.createProject('alice');
      const set = await shop.server.request('alice', 'PUT', `${ASK_YODA}/${project}/limits/`, limits);
      expect(set.status).toBe(400);
    },
  );

  it('are hidden from others', async () => {
    const project = await shop.server.createProject('alice');
    for (const method of ['GET', 'PUT']) {
      const body = method === 'PUT' ? {} : undefined;
      expect((await shop.server.request('mallory', method, `${ASK_YODA}/${project}/limits/`, body)).status).toBe(404);
    }
  });
});
