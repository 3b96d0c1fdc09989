import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ChatMessage } from '@groundwire/client';
import { MODEL_PARAMETERS } from '@groundwire/dto';
import { createLlm, createModelTable, type Llm, type ModelTable, tokenCounterOf } from '@groundwire/llm';
import { loadConfig } from '../../config.ts';
import { ConversationsService } from '../../conversations/conversations.service.ts';
import { ConversationsStore } from '../../conversations/conversations.store.ts';
import type { Database } from '../../database/database.ts';
import { openTestDatabase } from '../../database/testing/open-test-database.ts';
import { createLogger } from '../../logging.ts';
import type { ProjectsService } from '../../projects/projects.service.ts';
import { insertProject } from '../../projects/testing/insert-project.ts';
import { type SplitRequest, splitRequest } from '../request/split-request.ts';
import { fitHistory, type FittedHistory } from './fit-history.ts';
import { HistoryService } from './history.service.ts';
import { type Chat, joinHistory } from './join-history.ts';

const WINDOWS = [300, 1_000, 2_500, 6_000, 12_000, 30_000];
const TURNS = 400;

const project = randomUUID();
/** In one of them a call has its result only long after. */
const [plain, tangled] = [randomUUID(), randomUUID()];
let database: Database;
let llm: Llm;
let conversations: ConversationsService;
let models: ModelTable;
let history: HistoryService;

const user = (content: string): ChatMessage => ({ role: 'user', content });
const system = (content: string): ChatMessage => ({ role: 'system', content });
const said = (content: string): ChatMessage => ({ role: 'assistant', content });
const call = (id: string): ChatMessage => ({
  role: 'assistant',
  content: null,
  tool_calls: [{ id, type: 'function', function: { name: 'f', arguments: '{}' } }],
});
const result = (id: string): ChatMessage => ({ role: 'tool', tool_call_id: id, content: `Found ${id}.` });

/** Instructions now and then, calls whose results come 1, 10 and 350 turns later, and texts of very different lengths. */
function turnAt(turn: number, isTangled = true): [ChatMessage[], ChatMessage] {
  if ([10, 200, 380].includes(turn)) return [[user('Look it up.')], call(`call-${turn}`)];
  const results: Record<number, string> = { 201: 'call-200', 390: 'call-380', [isTangled ? 360 : 0]: 'call-10' };
  if (results[turn] !== undefined) return [[result(results[turn])], said('There it is.')];
  const text = `Question ${turn}. ${'und so weiter, 続く, and so on '.repeat((turn * 7) % 23)}`;
  const opening = turn === 5 || turn === 150 ? [system(`Rules of turn ${turn}.`)] : [];
  const within = turn === 40 ? [system('Speak French from now on.')] : [];
  return [[...opening, user(text), ...within], said(`Answer ${turn}. ${'word '.repeat((turn * 13) % 31)}`)];
}

beforeAll(async () => {
  const config = loadConfig({ OPENAI_API_KEY: 'k', ANTHROPIC_API_KEY: 'k' });
  database = await openTestDatabase();
  llm = createLlm({ ...config.llm, parameterNames: MODEL_PARAMETERS });
  await insertProject(database, project);
  const store = new ConversationsStore(database);
  for (const conversation of [plain, tangled]) {
    await store.insert(project, conversation, null);
    for (let turn = 1; turn <= TURNS; turn++) {
      const [messages, answer] = turnAt(turn, conversation === tangled);
      const about = { annotations: [], sources: [], provider: 'openai', model: 'm', requestId: null };
      await store.append(conversation, { ...about, status: 'complete', messages, answer });
    }
  }
  conversations = new ConversationsService(store, undefined as unknown as ProjectsService, createLogger('silent'));
  const facts = WINDOWS.flatMap((contextTokens) =>
    ['openai/gpt-4o', 'anthropic/claude'].map((name) => [`${name}-window-${contextTokens}`, { contextTokens }]),
  );
  models = createModelTable(Object.fromEntries(facts) as never);
  history = new HistoryService(conversations, llm, models);
});
afterAll(async () => {
  await llm.close();
  await database.close();
});

function requestOf(model: string, messages: ChatMessage[], fallbacks: string[] = []): SplitRequest {
  const body = { model, fallbacks, messages, max_tokens: 100 };
  const about = { tenant: 'alice', projectId: project, requestId: null, strict: false } as const;
  return splitRequest({ ...about, schema: 'GenerateRequest', body });
}

function fit(chat: Chat, name: string): Promise<FittedHistory> {
  const [provider, model] = name.split('/') as [string, string];
  const contextTokens = Number(/\d+$/.exec(name)?.[0]);
  const facts = createModelTable({ [name]: { contextTokens } }).find(provider, model);
  const room = { parameters: {}, passages: [], maxOutputTokens: 100 };
  const target = { provider, facts, counter: tokenCounterOf(provider, model) };
  return fitHistory(chat, room, target, (messages) => Promise.resolve({ messages, watch: undefined }));
}

const NOW = user('And now?');
/** A question, also under instructions; late results; and a history that was said long ago. */
const MESSAGES: ChatMessage[][] = [
  [NOW],
  [system('Be brief.'), NOW],
  [user('Wait.'), call('own'), result('own'), NOW],
  [result('call-10')],
  [...turnAt(20)[0], turnAt(20)[1], ...turnAt(21)[0], turnAt(21)[1], NOW],
];

describe('a history that is read in part', () => {
  const names = WINDOWS.flatMap((window) => [`openai/gpt-4o-window-${window}`, `anthropic/claude-window-${window}`]);

  it.each(names)('makes the prompt of one that is read as a whole, and the same report: %s', async (model) => {
    for (const conversation of [plain, tangled]) {
      const all = await conversations.open(project, conversation);
      expect(all.turns).toHaveLength(TURNS);
      for (const messages of MESSAGES) {
        const inPart = await history.join(project, conversation, requestOf(model, messages));
        const whole = joinHistory(all, messages);
        expect(inPart.added).toEqual(whole.added);
        expect(await fit(inPart, model)).toEqual(await fit(whole, model));
      }
    }
  });

  it.each([
    ['anthropic/claude-window-300', 32],
    ['openai/gpt-4o-window-1000', 32],
    ['anthropic/claude-window-12000', 96],
    ['openai/gpt-4o-window-6000', 224],
    ['openai/of-unknown-window', TURNS],
  ])('of %s has no more turns than are sure to fill its window, in pages: %i', async (model, count) => {
    const pages: number[] = [];
    const open = conversations.open.bind(conversations);
    const watched = Object.assign(Object.create(conversations) as ConversationsService, {
      open: async (...[of, id, isEnough]: Parameters<typeof open>) => {
        const opened = await open(of, id, isEnough);
        pages.push(opened.turns.length);
        return opened;
      },
    });
    await new HistoryService(watched, llm, models).join(project, plain, requestOf(model, [NOW]));
    expect(pages).toEqual([count]);
  });

  it('fills the largest window of all models that are named', async () => {
    const [small, large] = ['openai/gpt-4o-window-300', 'anthropic/claude-window-6000'];
    const all = joinHistory(await conversations.open(project, tangled), [NOW]);
    const inPart = await history.join(project, tangled, requestOf(small, [NOW], [large]));
    for (const model of [small, large]) expect(await fit(inPart, model)).toEqual(await fit(all, model));
  });
});
