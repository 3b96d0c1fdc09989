import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExplainedRequest } from '@groundwire/client';
import { Database } from '../src/database/database.ts';
import { createLogger } from '../src/logging.ts';
import { ASK_YODA, startTestServer } from './harness.ts';
import { openShop, type Shop } from './projects/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.server.close());

const ask = (body: object, tenant = 'alice'): Promise<Response> =>
  shop.server.request(tenant, 'POST', `${ASK_YODA}/${shop.project}/generate/explain/`, {
    messages: [{ role: 'user', content: 'When are you open on Sundays?' }],
    ...body,
  });
const explain = async (body: object): Promise<ExplainedRequest> => {
  const response = await ask(body);
  expect(response.status).toBe(200);
  return (await response.json()) as ExplainedRequest;
};

describe('explain', () => {
  it('shows the very request that generate then sends, and asks nobody', async () => {
    const body = { model: 'openai/gpt-4o-mini', metadata: [{ key: 'team', value: 'a' }], seed: 7, top_k: 2 };
    const asked = shop.server.upstream.requests.length;
    const { calls, retrieval, adjustments } = await explain(body);
    expect(shop.server.upstream.requests).toHaveLength(asked);

    const answer = await shop.answer(body);
    const sent = shop.server.upstream.requests.at(-1)!;
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      name: 'openai/gpt-4o-mini',
      provider: 'openai',
      model: 'gpt-4o-mini',
      request: { method: 'POST', path: '/chat/completions' },
      refusal: null,
    });
    expect(calls[0]!.request!.body).toEqual(sent.body);
    expect(calls[0]!.adjustments).toEqual(answer.adjustments);
    expect(calls[0]!.sources).toEqual(answer.sources);
    expect(retrieval).toEqual(answer.retrieval);
    expect(adjustments.map(({ parameter }) => parameter)).toEqual(['top_k', 'max_tokens']);
  });

  it('shows the prompt with its passages, and no request for what stays in this process', async () => {
    const { calls } = await explain({ model: 'local/extractive' });
    expect(calls[0]).toMatchObject({ provider: 'local', request: null });
    expect(JSON.stringify(calls[0]!.messages)).toContain('On Sundays we open from 10 to 14.');
  });

  it('shows the call of every fallback, and which of them could not be asked', async () => {
    const { calls } = await explain({ model: 'openai/o3', logprobs: true, fallbacks: ['openai/echo'] });
    expect(calls).toMatchObject([
      { name: 'openai/o3', request: null, refusal: { type: 'unsupported_parameter', status: 400 } },
      { name: 'openai/echo', request: { body: { logprobs: true } }, refusal: null },
    ]);
  });

  it('says the most that a call can cost, each answer of it, and nothing where no price is known', async () => {
    const ceiling = async (body: object) => (await explain({ max_tokens: 1_000, ...body })).calls[0]!.cost_ceiling;
    const one = (await ceiling({ model: 'openai/gpt-4o-mini' }))!;
    // 1,000 tokens of output at 0.60 dollars a million, and a prompt of some hundred at 0.15.
    expect(one).toBeGreaterThan(0.0006);
    expect(one).toBeLessThan(0.0007);
    expect(await ceiling({ model: 'openai/gpt-4o-mini', n: 3 })).toBeCloseTo(one + 0.0012, 10);
    expect(await ceiling({ model: 'local/extractive' })).toBe(0);
    expect(await ceiling({ model: 'openai/nobody-knows' })).toBeNull();
  });

  it('holds neither keys nor addresses', async () => {
    const text = JSON.stringify(await explain({ model: 'openai/echo' }));
    expect(text).not.toContain('sk-test');
    expect(text).not.toContain('127.0.0.1');
  });

  it('asks no model to rewrite a follow-up, and says so', async () => {
    const asked = shop.server.upstream.requests.length;
    const { adjustments, retrieval } = await explain({
      model: 'openai/echo',
      retrieval: { rewrite: 'auto' },
      messages: [
        { role: 'user', content: 'When are you open?' },
        { role: 'user', content: 'and on Sundays?' },
      ],
    });
    expect(shop.server.upstream.requests).toHaveLength(asked);
    expect(retrieval.rewritten_by).toBe('rule');
    expect(adjustments).toContainEqual(expect.objectContaining({ parameter: 'retrieval.rewrite' }));
  });

  it.each([
    ['what generate refuses', { model: 'openai/o3', logprobs: true }, 400],
    ['a model that is not here', { model: 'nobody/knows' }, 404],
    ['a change that strict forbids', { model: 'openai/echo', strict: true }, 400],
  ])('refuses %s', async (_name, body, status) => expect((await ask(body)).status).toBe(status));

  it("is 404 for another tenant's project", async () => {
    expect((await ask({ model: 'openai/echo' }, 'mallory')).status).toBe(404);
  });
});

it('two servers on one database make the same prompt, so that vendors can cache it', async () => {
  const database = shop.server.app.get(Database);
  const { engine, hasOneSession } = database;
  const query: Database['query'] = (...statement) => database.query(...statement);
  const transaction: Database['transaction'] = (work) => database.transaction(work);
  const giveWay: Database['giveWay'] = () => database.giveWay();
  const lent: Database = { engine, hasOneSession, query, transaction, giveWay, close: () => Promise.resolve() };
  const second = await startTestServer({}, createLogger('silent'), lent);
  const path = `${ASK_YODA}/${shop.project}/generate/explain/`;
  const body = { model: 'openai/echo', messages: [{ role: 'user', content: 'When are you open on Sundays?' }] };
  const prompts = [shop.server, second].map(async (server) => {
    const { calls } = (await (await server.request('alice', 'POST', path, body)).json()) as ExplainedRequest;
    return JSON.stringify(calls[0]!.request!.body);
  });
  const [one, other] = await Promise.all(prompts);
  expect(one).toMatch(/<passages-[0-9a-f]{16}>/);
  expect(other).toBe(one);
  await second.close();
});
