import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { llmProviders } from '@groundwire/llm';
import type { ChatCompletion } from '@groundwire/client';
import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';

/** What a form sends of which nobody touched more than the model and the messages: each field, in its kind of empty. */
const UNTOUCHED = {
  auth: 'eyJ-the-callers-key',
  metadata: {},
  logit_bias: {},
  modalities: {},
  prediction: {},
  audio: {},
  response_format: {},
  stop: {},
  stream_options: {},
  tools: {},
  functions: {},
  thinking: {},
  filter_documents: {},
  tool_choice: '',
  function_call: '',
  user: '',
  conversation_id: '',
  reasoning_effort: null,
  service_tier: null,
  logprobs: false,
  stream: false,
  parallel_tool_calls: false,
};
/** All that may reach a vendor beside the model, the prompt and the default limit. */
const HARMLESS = ['logprobs', 'parallel_tool_calls', 'stream'];
const LIMITS = ['max_tokens', 'max_completion_tokens'];
const PROVIDERS = Object.entries(llmProviders)
  .filter(([, { dialect }]) => dialect !== undefined)
  .map(([id]) => id);

let server: TestServer;
let path: string;
beforeAll(async () => {
  server = await startTestServer((url) => {
    const names = PROVIDERS.map((id) => id.toUpperCase());
    return Object.fromEntries(
      names.flatMap((name) => [
        [`${name}_BASE_URL`, url],
        [`${name}_API_KEY`, 'sk-test-0123456789'],
      ]),
    );
  });
  const project = await server.createProject('alice', ['We are open on Sundays from 10 to 14.']);
  path = `${ASK_YODA}/${project}/generate/`;
});
afterAll(() => server.close());

const bodies = (): Record<string, unknown>[] => server.upstream.requests.map(({ body }) => body);

describe("an untouched form client's body", () => {
  it.each(PROVIDERS)('is answered by %s, and says no more to it than it has to', async (id) => {
    const asked = bodies().length;
    const response = await server.request('alice', 'POST', path, {
      ...UNTOUCHED,
      model: id === 'local' ? 'local/extractive' : `${id}/echo`,
      messages: [{ role: 'user', content: 'When are you open on Sundays?' }],
    });
    const text = await response.text();
    expect([response.status, text]).toEqual([200, expect.stringContaining('"object":"chat.completion"')]);
    const answer = JSON.parse(text) as ChatCompletion;
    expect(answer.choices[0]?.message.content).toContain(id === 'local' ? '10 to 14' : 'When are you open on Sundays?');
    expect(answer.sources).toHaveLength(1);
    expect(text).not.toContain('auth');
    const sent = bodies().slice(asked);
    expect(sent).toHaveLength(id === 'local' ? 0 : 1);
    for (const { model: _model, messages: _messages, system: _system, ...rest } of sent) {
      const own = Object.keys(rest).filter((name) => ![...HARMLESS, ...LIMITS].includes(name));
      expect(own).toEqual([]);
      expect(JSON.stringify([rest, sent])).not.toContain('eyJ-the');
    }
  });
});
