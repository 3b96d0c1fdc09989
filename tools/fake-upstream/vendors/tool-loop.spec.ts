import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type FakeUpstream, startFakeUpstream } from '../start-fake-upstream.ts';
import { thoughtSignature } from './check-thoughts.ts';

let fake: FakeUpstream;
beforeAll(async () => {
  fake = await startFakeUpstream();
});
afterAll(() => fake.close());

const DEEPSEEK = 'deepseek-v4-tool-loop';
const GEMINI = 'gemini-3-tool-loop';
const question = { role: 'user', content: 'Weather?' };
const tools = [{ type: 'function', function: { name: 'f' } }];
const call = { id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } };
const loop = (fields: object = {}, extra: object = {}): object[] => [
  question,
  { role: 'assistant', content: null, tool_calls: [{ ...call, ...extra }], ...fields },
  { role: 'tool', tool_call_id: 'a', content: 'Sunny' },
];
const signed = (signature: string): object => ({ extra_content: { google: { thought_signature: signature } } });
const post = (model: string, messages: object[], body: object = { tools }): Promise<Response> =>
  fetch(`${fake.url}/chat/completions`, { method: 'POST', body: JSON.stringify({ model, messages, ...body }) });

describe('vendors who want thoughts back', () => {
  it.each<[string, string, object[], object]>([
    ['DeepSeek, with its thoughts', DEEPSEEK, loop({ reasoning_content: 'Hm.' }), { tools }],
    ['DeepSeek, without thinking', DEEPSEEK, loop(), { tools, thinking: { type: 'disabled' } }],
    ['DeepSeek, without tools', DEEPSEEK, loop(), {}],
    ['Gemini, signed', GEMINI, loop({}, signed(thoughtSignature(GEMINI, 'a'))), { tools }],
    ['Gemini, excused', GEMINI, loop({}, signed('skip_thought_signature_validator')), { tools }],
    ['Gemini, in a later turn', GEMINI, [...loop(), question], { tools }],
  ])('answer %s', async (_what, model, messages, body) => {
    expect((await post(model, messages, body)).status).toBe(200);
  });

  it("refuse them in DeepSeek's words", async () => {
    const response = await post(DEEPSEEK, loop());
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: {
        message: expect.stringContaining(
          'The `reasoning_content` in the thinking mode must be passed back to the API.',
        ),
        type: 'invalid_request_error',
        code: 'invalid_request_error',
      },
    });
  });

  it.each<[object, string]>([
    [{}, 'Function call is missing a thought_signature in functionCall parts.'],
    [signed(thoughtSignature('gemini-4-tool-loop', 'a')), 'Thought signature is not valid.'],
  ])("refuse them in Gemini's: %j", async (extra, message) => {
    const response = await post(GEMINI, loop({}, extra));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([
      { error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringContaining(message) } },
    ]);
  });
});
