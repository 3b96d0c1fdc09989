import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ASK_YODA } from './harness.ts';
import { errorOf, type LimitedServer, startLimitedServer } from './limits/limited-server.ts';

let shop: LimitedServer;
beforeAll(async () => {
  shop = await startLimitedServer({ EMBEDDINGS_MODEL: 'openai/embed' });
});
afterAll(() => shop.close());

const TEXT = 'We are open from 9 to 17 on weekdays, and on Sundays from 10 to 14.';
const add = (project: string, texts: string[]): Promise<Response> =>
  shop.server.request('alice', 'POST', `${ASK_YODA}/${project}/add_text/`, { texts });
const query = (project: string): Promise<Response> =>
  shop.server.request('alice', 'POST', `${ASK_YODA}/${project}/query/`, { query: 'When are you open?' });

describe('embedding', () => {
  it('is paid from the budget: texts when they are added, a question with its answer', async () => {
    const project = await shop.limited({ budget_usd: 1, budget_period: 'total' });
    expect((await add(project, [TEXT])).status).toBe(201);
    const added = Number(await shop.settled(project));
    expect(added).toBeGreaterThan(0);
    // Of what was reserved, a byte a token, most came back.
    expect(added).toBeLessThan(Buffer.byteLength(TEXT) / 1_000_000);

    const answer = await shop.generate(project);
    expect(answer.status).toBe(200);
    const { cost, retrieval } = (await answer.json()) as { cost: number; retrieval: { mode: string } };
    expect(retrieval.mode).toBe('hybrid');
    expect(cost).toBeGreaterThan(0.01);
    expect(Number(await shop.settled(project))).toBeCloseTo(added + cost, 12);

    const before = Number(await shop.settled(project));
    const found = await query(project);
    expect(found.status).toBe(200);
    expect(Number(found.headers.get('x-ratelimit-remaining-budget'))).toBeLessThan(1 - before);
    const spent = Number(await shop.settled(project)) - before;
    expect(spent).toBeGreaterThan(0);
    const list = await shop.server.request('alice', 'GET', `${ASK_YODA}/${project}/requests/`);
    const { requests } = (await list.json()) as { requests: { operation: string; cost: number | null }[] };
    expect(requests[0]!.operation).toBe('queryProject');
    expect(requests[0]!.cost).toBeCloseTo(spent, 12);
  });

  it('is refused before the vendor is asked when the budget has no room for it, and nothing is stored', async () => {
    const project = await shop.limited({ budget_usd: 0, budget_period: 'total' });
    const before = shop.vendorCalls();
    const refused = await add(project, [TEXT]);
    expect(refused.status).toBe(429);
    expect((await errorOf(refused)).type).toBe('insufficient_quota');
    expect(shop.vendorCalls()).toBe(before);
    const info = await shop.server.request('alice', 'GET', `${ASK_YODA}/${project}/info/`);
    expect(await info.json()).toMatchObject({ collection_size: 0 });
  });

  it('of a question counts as a request when it is only searched for', async () => {
    const project = await shop.limited({ requests_per_minute: 5 });
    await shop.hold(project, 'requests');
    expect((await query(project)).status).toBe(200);
    expect((await shop.report(project)).state).toMatchObject([{ used: '0' }]);
    await add(project, [TEXT]);
    const found = await query(project);
    expect(found.status).toBe(200);
    expect(found.headers.get('x-ratelimit-limit-requests')).toBe('5');
    expect(found.headers.get('x-ratelimit-remaining-requests')).toBe('4');
    expect((await shop.report(project)).state).toMatchObject([{ used: '1' }]);
  });
});
