import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { openTestDatabase } from '../database/testing/open-test-database.ts';
import { loadConfig } from '../config.ts';
import { createLogger } from '../logging.ts';
import { ConversationsStore } from '../conversations/conversations.store.ts';
import { insertProject } from '../projects/testing/insert-project.ts';
import { ExpiryService } from '../retention/expiry.service.ts';
import { thinkingExpiry } from './thinking-expiry.ts';
import { type ThinkingRow, type ThinkingScope, ThinkingStore } from './thinking.store.ts';

let database: Database;
let store: ThinkingStore;
beforeAll(async () => {
  database = await openTestDatabase();
  store = new ThinkingStore(database);
});
afterAll(() => database.close());

const scopeOf = (changes: Partial<ThinkingScope> = {}): ThinkingScope => ({
  tenant: 'alice',
  provider: 'anthropic',
  model: 'claude',
  projectId: undefined,
  conversationId: undefined,
  ...changes,
});
const find = (scope: ThinkingScope, ...keys: string[]): Promise<ThinkingRow[]> => store.find(scope, keys, 30);
const age = (key: string, days: number): Promise<unknown> =>
  database.query('update kept_thinking set kept_at = now() - make_interval(days => $2::int) where message_key = $1', [
    key,
    days,
  ]);
const count = async (): Promise<number> => (await database.query('select from kept_thinking')).length;

describe('kept thinking', () => {
  it('comes back as the text that went in', async () => {
    const thinking = JSON.stringify({
      reasoning_content: 'Null \0, half a pair \ud800, 🎈 "quotes" {}',
      n: [1.0, '1.0'],
    });
    const rows = [
      { key: 'a', thinking },
      { key: 'b', thinking: 'x'.repeat(500_000) },
    ];
    await store.save(scopeOf(), rows);
    expect(await find(scopeOf(), 'a', 'b', 'unknown')).toEqual(expect.arrayContaining(rows));
    expect(await find(scopeOf(), 'unknown')).toEqual([]);
  });

  it('is replaced by what is kept later under the same key', async () => {
    await store.save(scopeOf(), [{ key: 'twice', thinking: '1' }]);
    await store.save(scopeOf(), [{ key: 'twice', thinking: '2' }]);
    expect(await find(scopeOf(), 'twice')).toEqual([{ key: 'twice', thinking: '2' }]);
  });

  it.each<[string, Partial<ThinkingScope>]>([
    ['tenant', { tenant: 'bob' }],
    ['tenant with a longer name', { tenant: 'alice2' }],
    ['provider', { provider: 'deepseek' }],
    ['model', { model: 'claude-2' }],
  ])('is not found by another %s', async (_what, changes) => {
    await store.save(scopeOf(), [{ key: 'mine', thinking: '{}' }]);
    expect(await find(scopeOf(changes), 'mine')).toEqual([]);
    expect(await find(scopeOf(), 'mine')).toHaveLength(1);
  });

  it("of the conversation comes last, of none before it, another one's not at all", async () => {
    const [one, two] = [scopeOf({ conversationId: randomUUID() }), scopeOf({ conversationId: randomUUID() })];
    await store.save(one, [{ key: 'said', thinking: 'one' }]);
    await store.save(two, [{ key: 'said', thinking: 'two' }]);
    await store.save(scopeOf(), [{ key: 'said', thinking: 'none' }]);
    const thoughts = async (scope: ThinkingScope): Promise<string[]> =>
      (await find(scope, 'said')).map(({ thinking }) => thinking);
    expect(await thoughts(one)).toEqual(['none', 'one']);
    expect(await thoughts(two)).toEqual(['none', 'two']);
    const anywhere = await thoughts(scopeOf());
    expect(anywhere.at(-1)).toBe('none');
    expect(new Set(anywhere)).toEqual(new Set(['one', 'two', 'none']));
  });

  it('is not found when it is too old, and removed then, batch after batch', async () => {
    const rows = Array.from({ length: 250 }, (_, index) => ({ key: `old ${index}`, thinking: '{}' }));
    await store.save(scopeOf(), [...rows, { key: 'young', thinking: '{}' }]);
    await Promise.all(rows.map(({ key }) => age(key, 31)));
    await age('young', 29);
    expect((await find(scopeOf(), 'old 0', 'young')).map(({ key }) => key)).toEqual(['young']);

    const before = await count();
    expect(await store.removeExpired(30, 100)).toBe(100);
    const config = loadConfig({ THINKING_TTL_DAYS: '30' });
    await new ExpiryService(store, thinkingExpiry(config), createLogger('silent')).removeExpired();
    expect(await count()).toBe(before - 250);
    expect(await find(scopeOf(), 'young')).toHaveLength(1);
  });

  it('of a stored conversation is never too old, unless none is to be kept', async () => {
    const [projectId, conversationId] = [randomUUID(), randomUUID()];
    await insertProject(database, projectId);
    await new ConversationsStore(database).insert(projectId, conversationId, null);
    const scope = scopeOf({ projectId, conversationId });
    await store.save(scope, [{ key: 'told', thinking: '{}' }]);
    await age('told', 4_000);
    await store.removeExpired(1, 1_000);
    expect(await find(scope, 'told')).toHaveLength(1);
    await store.removeExpired(0, 1_000);
    expect(await find(scope, 'told')).toEqual([]);
  });
});
