import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatCompletion } from '@groundwire/client';
import { errorOf, type LimitedServer, startLimitedServer } from './limits/limited-server.ts';

let shop: LimitedServer;
beforeAll(async () => {
  shop = await startLimitedServer();
});
afterAll(() => shop.close());

describe('a budget', () => {
  it('admits of 200 calls at once, to two replicas, exactly those that it has room for', async () => {
    const project = await shop.limited({ budget_usd: 0.5, budget_period: 'total' });
    const before = shop.vendorCalls();
    const responses = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        shop[index % 2 === 0 ? 'generate' : 'chat'](
          project,
          { stream: index % 3 === 0 },
          index % 4 < 2 ? shop.server : shop.replica,
        ),
      ),
    );
    await Promise.all(responses.map((response) => response.text()));
    const statuses = responses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
    expect(statuses.filter((status) => status === 429)).toHaveLength(150);
    expect(shop.vendorCalls() - before).toBe(50);
    expect(await shop.settled(project)).toBe('0.5');
  });

  it('is never overspent where calls take less than their ceiling, and all that is left is used', async () => {
    const project = await shop.limited({ budget_usd: 0.2, budget_period: 'total' });
    const before = shop.vendorCalls();
    let admitted = 0;
    // Each may take 0.04 and takes 0.01.
    for (let round = 0; round < 3; round++) {
      const responses = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          shop.generate(project, { max_tokens: 40 }, index % 2 ? shop.server : shop.replica),
        ),
      );
      await Promise.all(responses.map((response) => response.text()));
      admitted += responses.filter(({ status }) => status === 200).length;
    }
    while ((await shop.generate(project, { max_tokens: 40 })).status === 200) admitted++;
    expect(shop.vendorCalls() - before).toBe(admitted);
    expect(await shop.settled(project)).toBe('0.17');
    // As long as 0.04 were free another was admitted, and none after.
    expect(admitted).toBe(17);
  });

  it('is settled with what the answer cost, which is what the answer says', async () => {
    const project = await shop.limited({ budget_usd: 1 });
    const response = await shop.generate(project, { max_tokens: 500 });
    expect(response.headers.get('x-ratelimit-limit-budget')).toBe('1');
    expect(response.headers.get('x-ratelimit-remaining-budget')).toBe('0.5');
    expect(response.headers.get('x-ratelimit-reset-budget')).toMatch(/^(\d+h)?(\d+m)?\d+s$/);
    expect(((await response.json()) as ChatCompletion).cost).toBe(0.01);
    expect(await shop.settled(project)).toBe('0.01');
    expect(await shop.report(project)).toMatchObject({
      limits: { budget_usd: 1 },
      state: [{ scope: 'project', kind: 'budget', period: 'month', limit: '1', used: '0.01', remaining: '0.99' }],
    });
  });

  it('refuses in OpenAI’s words and asks for no retry, in both error families', async () => {
    const project = await shop.limited({ budget_usd: 0.01, budget_period: 'day' });
    expect((await shop.generate(project)).status).toBe(200);
    for (const response of [
      await shop.generate(project),
      await shop.chat(project),
      await shop.chat(project, { stream: true }),
    ]) {
      expect(response.status).toBe(429);
      expect(response.headers.get('x-should-retry')).toBe('false');
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(response.headers.get('x-ratelimit-remaining-budget')).toBe('0');
      const { type, message } = await errorOf(response);
      expect(type).toBe('insufficient_quota');
      expect(message).toBe("The project's limit is 0.01 US dollars per day; 0 are left, and this call may take more.");
    }
  });

  it('lets through what costs nothing when it is spent', async () => {
    const project = await shop.limited({ budget_usd: 0 });
    expect((await shop.generate(project, { model: 'local/extractive' })).status).toBe(200);
    const { message } = await errorOf(await shop.generate(project));
    expect(message).toMatch(/this call alone may take more/);
  });

  it('begins anew with its period', async () => {
    const project = await shop.limited({ budget_usd: 0.01, budget_period: 'day' });
    expect((await shop.generate(project)).status).toBe(200);
    expect((await shop.generate(project)).status).toBe(429);
    await shop.server.database.query(
      `update spending set window_start = window_start - interval '1 day' where subject = $1`,
      [project],
    );
    expect((await shop.report(project)).state).toMatchObject([{ used: '0' }]);
    expect((await shop.generate(project)).status).toBe(200);
    expect((await shop.generate(project)).status).toBe(429);
  });

  it('fails closed where the price of a model is not known, before anybody is asked', async () => {
    const project = await shop.limited({ budget_usd: 5 });
    const before = shop.vendorCalls();
    const response = await shop.generate(project, { model: 'openai/stream-11' });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await errorOf(response))).toContain('MODEL_PRICES_FILE');
    const fallback = await shop.chat(project, { fallbacks: ['openai/stream-11'] });
    expect(await errorOf(fallback)).toMatchObject({ type: 'price_unknown' });
    const boundless = await shop.chat(project, { max_tokens: undefined });
    expect((await errorOf(boundless)).message).toContain('send max_tokens');
    expect(shop.vendorCalls()).toBe(before);
    expect(await shop.settled(project)).toBe('0');
  });
});

describe('what a call that fails took', () => {
  it('is what it had said when its caller left, of a stream too', async () => {
    const project = await shop.limited({ budget_usd: 5 });
    const controller = new AbortController();
    const response = await shop.generate(
      project,
      { model: 'openai/stall-mid-stream', stream: true, max_tokens: 1_000 },
      shop.server,
      controller.signal,
    );
    await response.body!.getReader().read();
    controller.abort();
    const used = Number(await shop.settled(project));
    expect(used).toBeGreaterThan(0);
    expect(used).toBeLessThan(0.1);
  });

  it('is all that it may have taken when nobody knows', async () => {
    const project = await shop.limited({ budget_usd: 5 });
    expect((await shop.generate(project, { model: 'openai/reset-before-headers' })).status).toBe(502);
    expect(await shop.settled(project)).toBe('0.01');
  });

  it('is nothing when the vendor refused it', async () => {
    const project = await shop.limited({ budget_usd: 5 });
    expect((await shop.generate(project, { model: 'openai/error-500' })).status).toBe(502);
    expect(await shop.settled(project)).toBe('0');
  });

  it('is nothing, not even a request, when it never reached the vendor', async () => {
    const project = await shop.limited({ requests_per_minute: 5, budget_usd: 5 });
    expect((await shop.generate(project, { model: 'ollama/echo' })).status).toBe(502);
    await shop.settled(project);
    expect((await shop.report(project)).state.map(({ used }) => used)).toEqual(['0', '0']);
  });

  it('is added to what the fallback took', async () => {
    const project = await shop.limited({ budget_usd: 5 });
    const answer = await shop.generate(project, {
      model: 'openai/reset-before-headers',
      fallbacks: ['openai/stream-10'],
    });
    expect(answer.status).toBe(200);
    expect(await shop.settled(project)).toBe('0.02');
    const free = await shop.generate(project, { model: 'openai/error-500', fallbacks: ['openai/stream-10'] });
    expect(free.status).toBe(200);
    expect(await shop.settled(project)).toBe('0.03');
  });

  it('leaves no room for a fallback that the budget cannot pay besides', async () => {
    const project = await shop.limited({ budget_usd: 0.015 });
    const before = shop.vendorCalls();
    const answer = await shop.chat(project, { model: 'openai/reset-before-headers', fallbacks: ['openai/stream-10'] });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('x-should-retry')).toBe('false');
    expect(shop.vendorCalls() - before).toBe(1);
    expect(await shop.settled(project)).toBe('0.01');
  });

  it('stays spent when its process died', async () => {
    const project = await shop.limited({ budget_usd: 0.01, budget_period: 'total' });
    await shop.server.database.query(`select reserve_spending(gen_random_uuid(), interval '1 minute', $1)`, [
      JSON.stringify([{ scope: 'project', subject: project, kind: 'budget', period: 'total', most: 1, amount: 0.005 }]),
    ]);
    expect((await shop.report(project)).state).toMatchObject([{ used: '0.005', reserved: '0.005' }]);
    await shop.server.database.query(`update reservation set expires_at = now() where subject = $1`, [project]);
    expect((await shop.report(project)).state).toMatchObject([{ used: '0.005', reserved: '0' }]);
    expect((await shop.generate(project)).status).toBe(429);
  });
});
