import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ChatMessage } from '@groundwire/client';
import { loadConfig } from '../config.ts';
import type { Database } from '../database/database.ts';
import { openTestDatabase } from '../database/testing/open-test-database.ts';
import { createLogger } from '../logging.ts';
import type { Project } from '../projects/project.ts';
import type { ProjectsService } from '../projects/projects.service.ts';
import { insertProject } from '../projects/testing/insert-project.ts';
import type { NewTurn, OpenConversation, PastTurn } from './conversation.ts';
import { ExpiryService } from '../retention/expiry.service.ts';
import { conversationExpiry } from './conversations.module.ts';
import { ConversationsService } from './conversations.service.ts';
import { ConversationsStore } from './conversations.store.ts';

let database: Database;
let store: ConversationsStore;
const project = randomUUID();
const logger = createLogger('silent');
beforeAll(async () => {
  database = await openTestDatabase();
  store = new ConversationsStore(database);
  await insertProject(database, project);
});
afterAll(() => database.close());

const projects = { require: async () => ({ id: project }) as Project } as unknown as ProjectsService;
const service = (): ConversationsService => new ConversationsService(store, projects, logger);
const converse = async (): Promise<string> => (await service().create('alice', project)).id;
const turn = (text: string): Omit<NewTurn, 'status'> => ({
  messages: [{ role: 'user', content: text }],
  answer: { role: 'assistant', content: text },
  annotations: [],
  sources: [],
  provider: 'openai',
  model: 'm',
  requestId: null,
});
const textsOf = async (id: string): Promise<(string | null)[]> => {
  const { messages } = await service().get({ tenant: 'alice', projectId: project, id }, { limit: 1_000, after: 0 });
  return messages.map(({ assistant_text: text }) => text);
};

describe('turns', () => {
  it('survive unchanged, also what Postgres would not take as jsonb', async () => {
    const id = await converse();
    const text = 'a\0b \ud83d alone, 🎈 whole, \u2028, "\\", <|im_start|>';
    await store.append(id, { ...turn(text), status: 'complete' });
    expect((await service().open(project, id)).turns[0]?.answer).toEqual({ role: 'assistant', content: text });
  });

  it('are there for whoever opens the conversation after they have ended, and only once', async () => {
    const id = await converse();
    const conversations = service();
    const first = conversations.begin(id, () => turn('one'));
    const second = conversations.begin(id, () => turn('two'));
    second.end('complete');
    first.end('failed');
    first.end('complete');
    const { turnCount, turns } = await conversations.open(project, id);
    expect([turnCount, turns.map(({ status, answer }) => [answer.content, status])]).toEqual([
      2,
      [
        ['two', 'complete'],
        ['one', 'failed'],
      ],
    ]);
  });

  it('under way are stored as far as they went when the server stops', async () => {
    const id = await converse();
    const conversations = service();
    let said = 'so';
    const underWay = conversations.begin(id, () => turn(said));
    said += ' far';
    await conversations.beforeApplicationShutdown();
    underWay.end('complete');
    expect(await textsOf(id)).toEqual(['so far']);
  });

  it('of a conversation that was deleted meanwhile leave nothing behind', async () => {
    const id = await converse();
    const conversations = service();
    const underWay = conversations.begin(id, () => turn('late'));
    await conversations.delete({ tenant: 'alice', projectId: project, id });
    underWay.end('complete');
    await conversations.beforeApplicationShutdown();
    const left = await database.query('select 1 from conversation_turn where conversation_id = $1', [id]);
    expect(left).toEqual([]);
  });

  it('are read up to a limit of turns and of characters, the latest always', async () => {
    const id = await converse();
    for (const text of ['one', 'two', 'three', 'x'.repeat(1_000)]) {
      await store.append(id, { ...turn(text), status: 'complete' });
    }
    const before = async (turn: number, limit: number, maxBytes: number): Promise<(string | undefined)[]> => {
      const turns = await store.turnsBefore(id, turn, limit, maxBytes);
      return turns.map(({ answer }) => (answer.content as string).slice(0, 5));
    };
    expect(await before(5, 2, 1e6)).toEqual(['three', 'xxxxx']);
    expect(await before(5, 9, 10)).toEqual(['xxxxx']);
    expect(await before(5, 9, 2_200)).toEqual(['three', 'xxxxx']);
    expect(await before(4, 2, 1e6)).toEqual(['two', 'three']);
    expect(await before(1, 2, 1e6)).toEqual([]);
  });

  it('are read from the latest on, more and more of them, until it is enough; instructions of the others are not forgotten', async () => {
    const id = await converse();
    const told = (role: 'system' | 'developer', content: string): ChatMessage => ({ role, content });
    for (let count = 1; count <= 250; count++) {
      const { messages, ...others } = turn(String(count));
      const opening = [3, 5].includes(count) ? [told('system', `opens ${count}`)] : [];
      const within = [2, 5, 240].includes(count) ? [told('developer', `within ${count}`)] : [];
      await store.append(id, { ...others, messages: [...opening, ...messages, ...within], status: 'complete' });
    }
    const read: number[] = [];
    const open = (enough: number): Promise<OpenConversation> =>
      service().open(project, id, ({ turns }) => {
        read.push(turns.length);
        return turns.length >= enough;
      });
    const { turnCount, turns, earlier } = await open(96);
    expect([read, turnCount, turns.length]).toEqual([[32, 96], 250, 96]);
    expect(turns.map(({ answer }) => answer.content)).toEqual(Array.from({ length: 96 }, (_, at) => String(155 + at)));
    expect(earlier).toEqual({
      opening: [told('system', 'opens 5')],
      within: [told('developer', 'within 2'), told('developer', 'within 5')],
    });
    const imported = randomUUID();
    const had = Array.from({ length: 40 }, (_, index): PastTurn => {
      const [opens, holds] = [told('system', 'opened'), told('developer', 'held')];
      const messages: ChatMessage[] = [{ role: 'user', content: String(index) }];
      const status = 'complete';
      return { messages: index === 0 ? [opens, ...messages, holds] : messages, answer: messages[0]!, status };
    });
    await store.insert(project, imported, null, had);
    const part = await service().open(project, imported, () => true);
    expect([part.turns.length, part.earlier]).toEqual([
      32,
      { opening: [told('system', 'opened')], within: [told('developer', 'held')] },
    ]);
    const whole = await open(1_000);
    expect([whole.turns.length, whole.earlier]).toEqual([250, { opening: [], within: [] }]);
  });
});

describe('retention', () => {
  const aged = async (days: number): Promise<string> => {
    const id = await converse();
    await store.append(id, { ...turn('old'), status: 'complete' });
    await database.query('update conversation set active_at = now() - make_interval(days => $2::int) where id = $1', [
      id,
      days,
    ]);
    return id;
  };
  const isThere = async (id: string): Promise<boolean> => (await store.find(project, id)) !== undefined;
  const expiry = (ttl: string): ExpiryService =>
    new ExpiryService(store, conversationExpiry(loadConfig({ CONVERSATION_TTL_DAYS: ttl })), logger);

  it('removes what has rested too long, in many batches, and nothing else', async () => {
    const old = await Promise.all(Array.from({ length: 45 }, () => aged(31)));
    const young = await aged(29);
    await expiry('30').removeExpired();
    expect([(await Promise.all(old.map(isThere))).includes(true), await isThere(young)]).toEqual([false, true]);
  });

  it('keeps everything unless it is asked for', async () => {
    const ancient = await aged(4_000);
    const service = expiry('');
    service.onApplicationBootstrap();
    await service.beforeApplicationShutdown();
    expect(await isThere(ancient)).toBe(true);
  });

  it('begins when the server does', async () => {
    const ancient = await aged(4_000);
    const service = expiry('30');
    service.onApplicationBootstrap();
    while (await isThere(ancient));
    await service.beforeApplicationShutdown();
  });
});
