import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../../../tools/fake-upstream/start-fake-upstream.ts';
import { callOf, collect, createTestLlm } from './__fixtures__/create-test-llm.ts';
import { llmProviders } from './providers.ts';
import type { Llm } from './types.ts';

/** What a form sends that nobody touched, once the empty fields are gone: the checkboxes. */
const UNTOUCHED = { logprobs: false, stream: false, parallel_tool_calls: false };
/** By the vendors' pages; who was not read closely gets it. */
const KNOW_NO_LOGPROBS = ['cohere', 'gemini', 'groq', 'mistral'];

const providers = Object.entries(llmProviders)
  .filter(([, { dialect }]) => dialect === 'openai-chat')
  .map(([id]) => id);

let fake: FakeUpstream;
let llm: Llm;
beforeAll(async () => {
  fake = await startFakeUpstream();
  llm = createTestLlm(fake.url, {
    apiKeys: Object.fromEntries(providers.map((id) => [id, 'key'])),
    baseUrls: Object.fromEntries(providers.map((id) => [id, fake.url])),
    parameterNames: Object.keys(UNTOUCHED),
  });
});
afterAll(async () => {
  await llm.close();
  await fake.close();
});

describe("an untouched form client's request", () => {
  it.each(providers)('is accepted by %s', async (id) => {
    const call = llm.call(callOf(`${id}/echo`, UNTOUCHED), new AbortController().signal);
    expect(call.adjustments).toEqual([]);
    const { text, error } = await collect(call);
    expect(error).toBeUndefined();
    expect(text).toBe('You said: hello there');
    const { model: _model, messages: _messages, ...parameters } = fake.requests.at(-1)?.body as Record<string, unknown>;
    const knowsLogprobs = !KNOW_NO_LOGPROBS.includes(id);
    expect(parameters).toEqual({ stream: false, ...(knowsLogprobs && { logprobs: false }) });
  });
});
