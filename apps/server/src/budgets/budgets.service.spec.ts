import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LlmError } from '@groundwire/llm';
import { loadConfig } from '../config.ts';
import type { Database } from '../database/database.ts';
import { DatabaseUnavailableError } from '../database/database-unavailable-error.ts';
import { openTestDatabase } from '../database/testing/open-test-database.ts';
import { createLogger } from '../logging.ts';
import { BudgetsService } from './budgets.service.ts';
import { BudgetsStore } from './budgets.store.ts';

let database: Database;
let store: BudgetsStore;
beforeAll(async () => {
  database = await openTestDatabase();
  store = new BudgetsStore(database);
});
afterAll(() => database.close());

const config = loadConfig({});
const serviceOver = (over: BudgetsStore): BudgetsService => new BudgetsService(over, config, createLogger('silent'));
const projectOf = (limits: object) => ({ id: crypto.randomUUID(), limits });
const most = { requests: 1, tokens: 50, cost: '0.5', unknown: null } as const;
const usedOf = async (service: BudgetsService, project: ReturnType<typeof projectOf>) =>
  (await service.state('alice', project)).map(({ kind, used, reserved }) => [kind, used, reserved]);

describe('a spending', () => {
  it('asks the database nothing where no limit applies', async () => {
    const nobody = new BudgetsStore({} as Database);
    const spending = serviceOver(nobody).open('alice', projectOf({}));
    await spending.over(
      most,
      () => Promise.resolve(),
      () => ({}),
    );
    expect(spending.headers).toEqual({});
  });

  it('settles each step with what it took, and with what was reserved where nobody knows', async () => {
    const service = serviceOver(store);
    const project = projectOf({ budget_usd: 10, budget_period: 'total' });
    const spending = service.open('alice', project);
    (await spending.reserve(most)).took({ budget: '0.125' });
    await spending.reserve(most);
    expect(await usedOf(service, project)).toEqual([['budget', '1', '1']]);
    spending.end();
    spending.end();
    expect(await usedOf(service, project)).toEqual([['budget', '0.625', '0']]);
  });

  it('asks nobody when the database is away, and is settled once it is back', async () => {
    const away = new BudgetsStore({
      query: () => Promise.reject(new DatabaseUnavailableError(new Error('away'))),
    } as unknown as Database);
    const cutOff = serviceOver(away);
    const lost = cutOff.open('alice', projectOf({ budget_usd: 1 }));
    let asked = false;
    const work = (): Promise<void> => Promise.resolve(void (asked = true));
    await expect(lost.over(most, work, () => ({}))).rejects.toThrow(DatabaseUnavailableError);
    expect(asked).toBe(false);
    // It gives up in the end.
    await cutOff.beforeApplicationShutdown();

    let failures = 1;
    const flaky = Object.assign(new BudgetsStore(database), {
      settle: (...settling: Parameters<BudgetsStore['settle']>) =>
        failures-- > 0 ? Promise.reject(new Error('away')) : store.settle(...settling),
    });
    const service = serviceOver(flaky);
    const project = projectOf({ budget_usd: 1, budget_period: 'total' });
    await service.open('alice', project).over(
      most,
      () => Promise.resolve(),
      () => ({ budget: '0.25' }),
    );
    expect(await usedOf(service, project)).toEqual([['budget', '0.25', '0']]);
  });

  it.each([
    ['a bug of ours', new Error('bug'), '0.5'],
    ['a timeout', new LlmError('timeout', 'late'), '0.5'],
    ['a refusal', new LlmError('rate_limit', 'no', { status: 429 }), '0'],
    ['nobody who listens', new LlmError('network', 'no', { cause: 'ECONNREFUSED' }), '0'],
    ['a gateway that lost patience', new LlmError('upstream', 'late', { status: 504 }), '0.5'],
  ])('that ends with %s is settled so', async (_, error, used) => {
    const service = serviceOver(store);
    const project = projectOf({ budget_usd: 1, budget_period: 'total' });
    const spending = service.open('alice', project).over(
      most,
      () => Promise.reject(error),
      () => ({}),
    );
    await expect(spending).rejects.toBe(error);
    expect(await usedOf(service, project)).toEqual([['budget', used, '0']]);
  });

  it('leaves what it reserved before a window’s end in that window', async () => {
    const service = serviceOver(store);
    const project = projectOf({ budget_usd: 10, budget_period: 'day' });
    const spending = service.open('alice', project);
    const early = await spending.reserve(most);
    for (const table of ['spending', 'reservation']) {
      await database.query(`update ${table} set window_start = window_start - interval '1 day' where subject = $1`, [
        project.id,
      ]);
    }
    const late = await spending.reserve(most);
    expect(await usedOf(service, project)).toEqual([['budget', '0.5', '0.5']]);
    early.took({ budget: '0.5' });
    late.took({ budget: '0.2' });
    spending.end();
    expect(await usedOf(service, project)).toEqual([['budget', '0.2', '0']]);
  });

  it('is settled before the server stops', async () => {
    const service = serviceOver(store);
    const project = projectOf({ budget_usd: 1, budget_period: 'total' });
    const ended = service.open('alice', project);
    (await ended.reserve(most)).took({ budget: '0.125' });
    ended.end();
    await service.beforeApplicationShutdown();
    const [row] = await database.query('select used::text from spending where subject = $1', [project.id]);
    expect(Number((row as { used: string }).used)).toBe(0.125);
  });
});

describe('sweeping', () => {
  it('removes reservations that nobody will settle, and keeps what they took', async () => {
    const service = serviceOver(store);
    const project = projectOf({ budget_usd: 1, budget_period: 'total' });
    await database.query(
      `insert into project (id, tenant, project_name, collection_name, embeddings_provider) values ($1, 'alice', 'p', 'c', 'openai')`,
      [project.id],
    );
    await service.open('alice', project).reserve(most);
    await database.query('update reservation set expires_at = now() where subject = $1', [project.id]);
    await store.removeExpired(0, 500);
    expect(await database.query('select from reservation where subject = $1', [project.id])).toEqual([]);
    expect(await usedOf(service, project)).toEqual([['budget', '0.5', '0']]);
  });
});
