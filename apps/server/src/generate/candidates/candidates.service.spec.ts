import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { MODEL_PARAMETERS } from '@groundwire/dto';
import { countPrompt, createLlm, createModelTable, type Llm, tokenCounterOf } from '@groundwire/llm';
import { loadConfig } from '../../config.ts';
import type { Database } from '../../database/database.ts';
import { openTestDatabase } from '../../database/testing/open-test-database.ts';
import { createLogger } from '../../logging.ts';
import type { Passage } from '../../retrieval/passage.ts';
import { ThinkingService } from '../../thinking/thinking.service.ts';
import { ThinkingStore } from '../../thinking/thinking.store.ts';
import { type Evidence, NO_PROJECT } from '../evidence/evidence.ts';
import { splitRequest } from '../request/split-request.ts';
import type { ReadyCandidate } from './candidate.ts';
import { CandidatesService } from './candidates.service.ts';

const MODEL = 'deepseek/deepseek-v4';
const WINDOW = 2_000;
const MAX_TOKENS = 100;
const THOUGHTS = 'The guest has to pay for each night. '.repeat(100);

let database: Database;
let llm: Llm;
let thinking: ThinkingService;
beforeAll(async () => {
  const config = loadConfig({ DEEPSEEK_API_KEY: 'k' });
  database = await openTestDatabase();
  llm = createLlm({ ...config.llm, parameterNames: MODEL_PARAMETERS });
  thinking = new ThinkingService(new ThinkingStore(database), llm, config, createLogger('silent'));
});
afterAll(async () => {
  await llm.close();
  await database.close();
});

const tools = [{ type: 'function' as const, function: { name: 'f' } }];
const question: ChatMessage = { role: 'user', content: 'How long may guests stay?' };
const call = { id: 'a', type: 'function' as const, function: { name: 'f', arguments: '{}' } };
const loop: ChatMessage[] = [
  question,
  { role: 'assistant', content: null, tool_calls: [call] },
  { role: 'tool', tool_call_id: 'a', content: 'For ever.' },
];
const passages = Array.from({ length: 6 }, (_, index): Passage => ({
  id: String(index),
  documentId: 'd',
  title: 'House rules',
  score: 0.5,
  text: 'Guests may stay for as long as they like. '.repeat(25),
  place: {},
  metadata: {},
}));
const evidence: Evidence = { ...NO_PROJECT, status: 'grounded', passages };

async function prepare(tenant: string): Promise<ReadyCandidate> {
  const models = createModelTable({ [MODEL]: { contextTokens: WINDOW } });
  const service = new CandidatesService(llm, models, thinking);
  const body = { model: MODEL, messages: loop, tools, max_tokens: MAX_TOKENS, k: passages.length };
  const input = {
    tenant,
    projectId: undefined,
    requestId: null,
    strict: false,
    schema: 'GenerateRequest',
    body,
  } as const;
  const [candidate] = await service.prepare(splitRequest(input), evidence, new AbortController().signal);
  return candidate as ReadyCandidate;
}

describe('thinking that is put back', () => {
  it("takes its room in the model's window from the passages", async () => {
    const turn = {
      tenant: 'alice',
      projectId: undefined,
      conversationId: undefined,
      model: MODEL,
      parameters: { tools },
      messages: [question],
    };
    const { watch } = await thinking.recall(turn);
    const delta = { role: 'assistant' as const, reasoning_content: THOUGHTS, tool_calls: [{ index: 0, ...call }] };
    const choices = [{ index: 0, delta, finish_reason: 'tool_calls' as const }];
    watch!({ type: 'chunk', chunk: { id: 'x', object: 'chat.completion.chunk', created: 1, model: 'm', choices } });

    const [recalled, unknown] = [await prepare('alice'), await prepare('mallory')];
    const room = WINDOW - MAX_TOKENS;
    for (const { messages } of [recalled, unknown]) {
      const prompt = { messages, parameters: { tools } };
      expect(await countPrompt(prompt, tokenCounterOf('deepseek', 'deepseek-v4'))).toBeLessThanOrEqual(room);
    }
    expect(JSON.stringify(recalled.messages)).toContain(THOUGHTS);
    expect(recalled.passages.length).toBeGreaterThan(0);
    expect(recalled.passages.length).toBeLessThan(unknown.passages.length);
    expect(recalled.adjustments).toContainEqual(
      expect.objectContaining({ parameter: 'k', action: 'clamped', to: recalled.passages.length }),
    );
  });
});
