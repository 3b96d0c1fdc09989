import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import type { ChatBody } from '../../../../../../../tools/fake-upstream/check-request.ts';
import { deepSeekFault, geminiFault } from '../../../../../../../tools/fake-upstream/vendors/check-thoughts.ts';
import { callOf } from '../../../../__fixtures__/create-test-llm.ts';
import { type LlmProviderId, llmProviders } from '../../../../providers.ts';
import type { CallParameters, VendorRequest } from '../../../../types.ts';
import { thinkingForm } from '../../thinking-form.ts';
import { toRequest } from '../../to-request.ts';

const TOOLS = { tools: [{ type: 'function', function: { name: 'f' } }] };
const question: ChatMessage = { role: 'user', content: 'Weather?' };
const call = { id: 'a', type: 'function', function: { name: 'f', arguments: '{}' } };
const calling: ChatMessage = { role: 'assistant', content: null, tool_calls: [call, { ...call, id: 'b' }] };
/** The fields of a call are open in the contract, not in its type. */
const signedCall = (signature: string): typeof call => ({
  ...call,
  ...{ extra_content: { google: { thought_signature: signature } } },
});
const results: ChatMessage[] = ['a', 'b'].map((id) => ({ role: 'tool', tool_call_id: id, content: 'Sunny' }));
const LOST = [question, calling, ...results];

function request(
  provider: LlmProviderId,
  model: string,
  parameters: CallParameters,
  messages: ChatMessage[],
): VendorRequest {
  return toRequest({ ...callOf('any', parameters), messages }, model, llmProviders[provider], provider);
}
const bodyOf = ({ body }: VendorRequest): ChatBody => JSON.parse(JSON.stringify(body)) as ChatBody;
const reported = ({ adjustments }: VendorRequest): string[] =>
  adjustments.map(({ parameter, action }) => `${parameter} ${action}`);

describe("DeepSeek's thoughts", () => {
  const ask = (parameters: CallParameters, messages: ChatMessage[]): VendorRequest =>
    request('deepseek', 'deepseek-v4-pro', parameters, messages);

  it.each<[string, CallParameters, object | undefined, string[]]>([
    ['asked for nothing', {}, { type: 'disabled' }, ['thinking defaulted']],
    [
      'asked for a budget',
      { thinking: { type: 'enabled', budget_tokens: 2_048 } },
      { type: 'disabled' },
      ['thinking translated', 'thinking dropped'],
    ],
    [
      'asked for an effort',
      { reasoning_effort: 'high' },
      { type: 'disabled' },
      ['reasoning_effort dropped', 'thinking defaulted'],
    ],
    ['asked for none', { reasoning_effort: 'none' }, { type: 'disabled' }, ['reasoning_effort translated']],
  ])('are lost: no thinking for who %s', (_name, parameters, thinking, adjustments) => {
    const made = ask({ ...TOOLS, ...parameters }, LOST);
    expect(made.body['thinking']).toEqual(thinking);
    expect(made.body).not.toHaveProperty('reasoning_effort');
    expect(reported(made)).toEqual(adjustments);
    expect(deepSeekFault(bodyOf(made))).toBeUndefined();
  });

  it('are a 400 when they are lost and it thinks', () => {
    const { thinking: _off, ...thoughtless } = bodyOf(ask(TOOLS, LOST));
    expect(deepSeekFault(thoughtless)).toContain('must be passed back');
  });

  it('are there, or not wanted: nothing changes', () => {
    const kept = [question, { ...calling, reasoning_content: 'Hm.' }, ...results];
    for (const made of [ask(TOOLS, kept), ask({}, LOST)]) {
      expect(made.body).not.toHaveProperty('thinking');
      expect(reported(made)).toEqual([]);
      expect(deepSeekFault(bodyOf(made))).toBeUndefined();
    }
  });

  it.each<[CallParameters, string | undefined]>([
    [TOOLS, 'reasoning_content'],
    [{ functions: [{ name: 'f' }] }, 'reasoning_content'],
    [{}, undefined],
    [{ ...TOOLS, reasoning_effort: 'none' }, undefined],
    [{ ...TOOLS, thinking: { type: 'disabled', budget_tokens: 1_024 } }, undefined],
  ])('are wanted with %j: %s', (parameters, form) => {
    expect(thinkingForm({ model: 'any', parameters }, 'deepseek-v4-pro', llmProviders.deepseek)).toBe(form);
  });
});

describe("Gemini's signatures", () => {
  const ask = (model: string, messages: ChatMessage[]): VendorRequest => request('gemini', model, TOOLS, messages);

  it.each(['gemini-3-pro-preview', 'models/gemini-3.6-flash', 'gemini-flash-latest'])(
    'are lost: %s is told so, for the first call of each step of this turn',
    (model) => {
      const made = ask(model, [question, calling, ...results, ...LOST, calling, ...results]);
      expect(reported(made)).toEqual(['thinking not_executed']);
      expect(geminiFault(bodyOf(made))).toBeUndefined();
      const calls = bodyOf(made).messages.flatMap(({ tool_calls: made }) => (made ?? []) as object[]);
      expect(calls.map((made) => 'extra_content' in made)).toEqual([false, false, true, false, true, false]);
    },
  );

  it('are not required by older models, and left as they are when they come', () => {
    expect(reported(ask('gemini-2.5-flash', LOST))).toEqual([]);
    const signed = { ...calling, tool_calls: [signedCall('abc')] };
    const made = ask('gemini-3-pro', [question, signed, results[0]!]);
    expect(reported(made)).toEqual([]);
    expect(JSON.stringify(made.body)).toContain('"thought_signature":"abc"');
  });
});

describe('thoughts that a client sends back', () => {
  const message: ChatMessage = {
    ...calling,
    reasoning_content: 'Hm.',
    thinking_blocks: [{ type: 'thinking', thinking: 'Hm.', signature: 'sig' }],
    tool_calls: [signedCall('abc')],
  };
  const openAiChat = Object.entries(llmProviders).filter(([, { dialect }]) => dialect === 'openai-chat');
  const TAKES_TEXT = ['deepseek', 'vllm', 'llamacpp', 'lmstudio'];

  it.each(openAiChat.map(([id]) => id as LlmProviderId))('reach %s only as it takes them', (provider) => {
    const made = request(provider, 'a-model', TOOLS, [question, message, results[0]!]);
    const text = JSON.stringify(made.body['messages']);
    expect(text.includes('reasoning_content')).toBe(TAKES_TEXT.includes(provider));
    expect(text.includes('extra_content')).toBe(provider === 'gemini');
    expect(text).not.toContain('thinking_blocks');
    const dropped = reported(made).filter((line) => line.startsWith('messages[]') && line.endsWith('dropped'));
    expect(dropped).toHaveLength(
      [TAKES_TEXT.includes(provider), provider === 'gemini', false].filter((is) => !is).length,
    );
  });
});
