import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { loadConfig } from '../config.ts';
import type { Database } from '../database/database.ts';
import { openTestDatabase } from '../database/testing/open-test-database.ts';
import { createLogger } from '../logging.ts';
import type { Project } from '../projects/project.ts';
import type { ProjectsService } from '../projects/projects.service.ts';
import { ProjectsStore } from '../projects/projects.store.ts';
import type { NewTurn } from './conversation.ts';
import { ConversationExpiryService } from './conversation-expiry.service.ts';
import { ConversationsService } from './conversations.service.ts';
import { ConversationsStore } from './conversations.store.ts';

let database: Database;
let store: ConversationsStore;
const project = randomUUID();
const logger = createLogger('silent');
beforeAll(async () => {
  database = await openTestDatabase();
  store = new ConversationsStore(database);
  await new ProjectsStore(database).insert('alice', {
    id: project,
    projectName: 'p',
    collectionName: 'c',
    embeddingsProvider: 'openai',
    llmProvider: null,
    llmModel: null,
    chunkSize: null,
    chunkSeparators: null,
    settings: {},
    limits: {},
  });
});
afterAll(() => database.close());

const projects = { require: async () => ({ id: project }) as Project } as unknown as ProjectsService;
const service = (): ConversationsService => new ConversationsService(store, projects, logger);
const converse = async (): Promise<string> => (await service().create('alice', project, null)).id;
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
    const latest = async (limit: number, characters: number): Promise<(string | undefined)[]> => {
      const turns = await store.latestTurns(id, limit, characters);
      return turns.map(({ answer }) => (answer.content as string).slice(0, 5));
    };
    expect(await latest(2, 1e6)).toEqual(['three', 'xxxxx']);
    expect(await latest(9, 10)).toEqual(['xxxxx']);
    expect(await latest(9, 2_200)).toEqual(['three', 'xxxxx']);
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
  const expiry = (ttl: string): ConversationExpiryService =>
    new ConversationExpiryService(store, loadConfig({ CONVERSATION_TTL_DAYS: ttl }), logger);

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
