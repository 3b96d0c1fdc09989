import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { MODEL_PARAMETERS } from '@groundwire/dto';
import { createLlm, type Llm, type StreamPart } from '@groundwire/llm';
import { loadConfig } from '../config.ts';
import { Database } from '../database/database.ts';
import { openTestDatabase } from '../database/testing/open-test-database.ts';
import { createLogger } from '../logging.ts';
import { ThinkingService, type ThinkingTurn } from './thinking.service.ts';
import { ThinkingStore } from './thinking.store.ts';

/** The database, counting statements; each waits for `gate`, and fails with `failure` while there is one. */
class WatchedDatabase extends Database {
  readonly engine = 'pglite';
  count = 0;
  gate: Promise<void> = Promise.resolve();
  failure: Error | undefined;

  constructor(private readonly inner: Database) {
    super();
  }

  async query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
    this.count++;
    await this.gate;
    if (this.failure !== undefined) throw this.failure;
    return this.inner.query<Row>(sql, values);
  }

  transaction: Database['transaction'] = (work) => this.inner.transaction(work);
  close = (): Promise<void> => this.inner.close();
}

let database: WatchedDatabase;
let llm: Llm;
const environment = { ANTHROPIC_API_KEY: 'k', DEEPSEEK_API_KEY: 'k', OPENAI_API_KEY: 'k' };
const serviceWith = (extra: Record<string, string> = {}): ThinkingService => {
  const config = loadConfig({ ...environment, ...extra });
  return new ThinkingService(new ThinkingStore(database), llm, config, createLogger('silent'));
};

beforeAll(async () => {
  database = new WatchedDatabase(await openTestDatabase());
  llm = createLlm({ ...loadConfig(environment).llm, parameterNames: MODEL_PARAMETERS });
});
beforeEach(() => {
  database.count = 0;
  database.failure = undefined;
});
afterAll(async () => {
  await llm.close();
  await database.close();
});

const BLOCKS = [{ type: 'thinking' as const, thinking: 'Hm.', signature: 'sig' }];
const TOOLS = { tools: [{ type: 'function', function: { name: 'f' } }] };
const question: ChatMessage = { role: 'user', content: 'Weather?' };
const calling = (id: string): ChatMessage => ({
  role: 'assistant',
  content: null,
  tool_calls: [{ id, type: 'function', function: { name: 'f', arguments: '{}' } }],
});
const history = (id: string): ChatMessage[] => [
  question,
  calling(id),
  { role: 'tool', tool_call_id: id, content: '1' },
];
const turnOf = (changes: Partial<ThinkingTurn> = {}): ThinkingTurn => ({
  tenant: 'alice',
  projectId: undefined,
  conversationId: undefined,
  model: 'anthropic/claude-opus-5-5',
  parameters: TOOLS,
  messages: [question],
  ...changes,
});
const answering = (id: string, thinking: object = { thinking_blocks: BLOCKS }): StreamPart => ({
  type: 'completion',
  completion: {
    choices: [{ index: 0, message: { ...calling(id), ...thinking }, finish_reason: 'tool_calls' }],
  } as never,
});
const restored = async (service: ThinkingService, id: string, changes: Partial<ThinkingTurn> = {}): Promise<unknown> =>
  (await service.recall(turnOf({ messages: history(id), ...changes }))).messages[1]?.thinking_blocks;

describe('ThinkingService', () => {
  it('waits for a write that is under way, so that a quick client finds its thinking', async () => {
    const service = serviceWith();
    const { watch } = await service.recall(turnOf());
    const { promise, resolve } = Promise.withResolvers<void>();
    database.gate = promise;
    watch?.(answering('quick'));
    const recalled = restored(service, 'quick');
    resolve();
    expect(await recalled).toEqual(BLOCKS);
  });

  it('never makes the answer wait, and has written everything when the server stops', async () => {
    const service = serviceWith();
    const { watch } = await service.recall(turnOf());
    const { promise, resolve } = Promise.withResolvers<void>();
    database.gate = promise;
    expect(watch?.(answering('slow'))).toBeUndefined();
    let stopped = false;
    const stopping = service.beforeApplicationShutdown().then(() => (stopped = true));
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    resolve();
    await stopping;
    expect(await restored(serviceWith(), 'slow')).toEqual(BLOCKS);
  });

  it.each<[string, Partial<ThinkingTurn>]>([
    ['a model that wants nothing back', { model: 'openai/gpt-4o-mini' }],
    ['the answerer of this process', { model: 'local/extractive' }],
    ['a model that does not think', { model: 'anthropic/claude-3-5-haiku-20241022' }],
    ['thinking that is off', { model: 'deepseek/deepseek-v4', parameters: { ...TOOLS, reasoning_effort: 'none' } }],
    ['a chat without tool calls', { messages: [question, { role: 'assistant', content: 'Sunny.' }, question] }],
    ['a client that sends its thinking', { messages: [question, { ...calling('own'), thinking_blocks: BLOCKS }] }],
  ])('costs no query for %s', async (_what, changes) => {
    const turn = turnOf({ messages: history('none'), ...changes });
    expect((await serviceWith().recall(turn)).messages).toEqual(turn.messages);
    expect(database.count).toBe(0);
  });

  it('costs one query for a history of many tool turns', async () => {
    const messages = Array.from({ length: 40 }, (_, index) => history(`call ${index}`)).flat();
    await serviceWith().recall(turnOf({ messages }));
    expect(database.count).toBe(1);
  });

  it('watches nothing where no tool can be called', async () => {
    expect((await serviceWith().recall(turnOf({ parameters: {} }))).watch).toBeUndefined();
    expect((await serviceWith().recall(turnOf({ model: 'openai/gpt-4o-mini' }))).watch).toBeUndefined();
  });

  it('keeps and finds nothing with THINKING_TTL_DAYS=0', async () => {
    const service = serviceWith({ THINKING_TTL_DAYS: '0' });
    const { watch } = await service.recall(turnOf({ messages: history('any') }));
    expect(watch).toBeUndefined();
    expect(database.count).toBe(0);
  });

  it('does not keep what is longer than a mebibyte', async () => {
    const service = serviceWith();
    const { watch } = await service.recall(turnOf());
    watch?.(answering('long', { thinking_blocks: [{ ...BLOCKS[0]!, thinking: 'x'.repeat(1024 * 1024) }] }));
    expect(database.count).toBe(0);
    const next = await service.recall(turnOf());
    next.watch?.(answering('shorter', { thinking_blocks: [{ ...BLOCKS[0]!, thinking: 'x'.repeat(1_000_000) }] }));
    expect(await restored(service, 'shorter')).toHaveLength(1);
  });

  it('does without when the database fails: the answer is not lost with it', async () => {
    const service = serviceWith();
    const { watch } = await service.recall(turnOf());
    database.failure = new Error('down');
    watch?.(answering('lost'));
    expect(await restored(service, 'lost')).toBeUndefined();
  });
});
