import { describe, expect, it } from '@jest/globals';
import { checkRequest, type ChatBody } from '../../../../../tools/fake-upstream/check-request.ts';
import { callOf } from '../../__fixtures__/create-test-llm.ts';
import { llmProviders, type LlmProviderId } from '../../providers.ts';
import type { CallParameters, VendorRequest } from '../../types.ts';
import { toRequest } from './to-request.ts';

const TOOL = { type: 'function', function: { name: 'get_weather' } };
const TOOL_OBJECT = { type: 'function', function: { name: 'get_weather' } };
const FUNCTION = { name: 'get_weather', parameters: { type: 'object' } };
const SCHEMA = { type: 'object', properties: { a: { type: 'string' } } };

const request = (parameters: CallParameters, provider: LlmProviderId = 'openai'): VendorRequest =>
  toRequest(callOf('any', parameters), 'a-model', llmProviders[provider], provider);
const sent = ({ body: { model: _model, messages: _messages, ...parameters } }: VendorRequest): unknown => parameters;
const reported = ({ adjustments }: VendorRequest): string[] =>
  adjustments.map(({ parameter, action }) => `${parameter} ${action}`);

describe('parameters', () => {
  it.each<[string, CallParameters, object, string[]]>([
    ['plain ones stay', { temperature: 0.5, seed: 1, stop: 'x' }, { temperature: 0.5, seed: 1, stop: 'x' }, []],
    ['a metadata list', { metadata: [{ key: 'a', value: 'b' }] }, { metadata: { a: 'b' } }, ['metadata translated']],
    ['a metadata map', { metadata: { a: 'b' } }, { metadata: { a: 'b' } }, []],
    [
      'a fractional bias',
      { logit_bias: { 1: 2.6, 2: -300 } },
      { logit_bias: { 1: 3, 2: -100 } },
      ['logit_bias clamped'],
    ],
    ['a legal bias', { logit_bias: { 1: 3 } }, { logit_bias: { 1: 3 } }, []],
    ['max_tokens', { max_tokens: 7 }, { max_completion_tokens: 7 }, ['max_tokens renamed']],
    ['max_completion_tokens', { max_completion_tokens: 7 }, { max_completion_tokens: 7 }, []],
    ['both limits', { max_tokens: 7, max_completion_tokens: 9 }, { max_completion_tokens: 9 }, ['max_tokens dropped']],
    ['top_logprobs', { top_logprobs: 2 }, { top_logprobs: 2, logprobs: true }, ['logprobs defaulted']],
    [
      'top_logprobs: 2, logprobs: false',
      { top_logprobs: 2, logprobs: false },
      { top_logprobs: 2, logprobs: true },
      ['logprobs translated'],
    ],
    ['tool options without tools', { tool_choice: 'auto', parallel_tool_calls: false }, {}, []],
    ['no tools in the list', { tools: [] }, {}, []],
    [
      'a mode of tool_choice',
      { tools: [TOOL], tool_choice: 'required' },
      { tools: [TOOL], tool_choice: 'required' },
      [],
    ],
    [
      'a name as tool_choice',
      { tools: [TOOL], tool_choice: 'get_weather' },
      { tools: [TOOL], tool_choice: TOOL_OBJECT },
      ['tool_choice translated'],
    ],
    [
      'functions',
      { functions: [FUNCTION] },
      { tools: [{ type: 'function', function: FUNCTION }] },
      ['functions translated'],
    ],
    [
      'function_call by name',
      { functions: [FUNCTION], function_call: 'get_weather' },
      { tools: [{ type: 'function', function: FUNCTION }], tool_choice: TOOL_OBJECT },
      ['functions translated', 'function_call translated', 'tool_choice translated'],
    ],
    [
      'function_call as an object',
      { functions: [FUNCTION], function_call: { name: 'get_weather' } },
      { tools: [{ type: 'function', function: FUNCTION }], tool_choice: TOOL_OBJECT },
      ['functions translated', 'function_call translated'],
    ],
    ['functions beside tools', { tools: [TOOL], functions: [FUNCTION] }, { tools: [TOOL] }, ['functions dropped']],
    [
      'json_object with a schema',
      { response_format: { type: 'json_object', schema: SCHEMA } },
      { response_format: { type: 'json_schema', json_schema: { name: 'response', schema: SCHEMA, strict: false } } },
      ['response_format translated'],
    ],
    [
      'json_object',
      { response_format: { type: 'json_object' } },
      { response_format: { type: 'json_object' } },
      ['messages defaulted'],
    ],
    [
      'a typed prediction',
      { prediction: { type: 'content', content: 'x' } },
      { prediction: { type: 'content', content: 'x' } },
      [],
    ],
    ['a free prediction', { prediction: { text: 'x' } }, {}, ['prediction dropped']],
    ['free audio', { audio: { loud: true } }, {}, ['audio dropped']],
    ['modalities: text', { modalities: ['text'] }, {}, []],
    [
      'modalities with audio',
      { modalities: ['text', 'audio', 'smell'], audio: { voice: 'alloy', format: 'mp3' } },
      { modalities: ['text', 'audio'], audio: { voice: 'alloy', format: 'mp3' } },
      ['modalities translated'],
    ],
    ['thinking', { thinking: { type: 'enabled', budget_tokens: 2048 } }, {}, ['thinking dropped']],
    ['stream_options without stream', { stream_options: { include_usage: true } }, {}, []],
    ['a stream', { stream: true }, { stream: true, stream_options: { include_usage: true } }, []],
  ])('%s', (_what, parameters, expected, adjustments) => {
    const made = request(parameters);
    expect(sent(made)).toEqual(expected);
    expect(reported(made)).toEqual(adjustments);
    expect(checkRequest(JSON.parse(JSON.stringify(made.body)) as ChatBody)).toBeUndefined();
  });

  it('refuses the name of a tool that is not there', () => {
    expect(() => request({ tools: [TOOL], tool_choice: 'get_time' })).toThrow(
      expect.objectContaining({ kind: 'invalid_request', param: 'tool_choice', status: undefined }),
    );
  });

  it('says what was there before and what replaced it', () => {
    expect(request({ max_tokens: 7 }).adjustments).toEqual([
      expect.objectContaining({ from: 'max_tokens', to: 'max_completion_tokens', provider: 'openai' }),
    ]);
  });

  it.each<[LlmProviderId, CallParameters, object]>([
    ['gemini', { max_tokens: 100 }, { max_tokens: 2_148 }],
    ['vllm', { max_completion_tokens: 100 }, { max_completion_tokens: 2_148 }],
    ['vllm', { max_completion_tokens: 4_000 }, { max_completion_tokens: 4_000 }],
  ])('%s gets room for an answer beside its thoughts: %j', (provider, limit, expected) => {
    const made = request({ ...limit, thinking: { type: 'enabled', budget_tokens: 2_048 } }, provider);
    expect(sent(made)).toMatchObject(expected);
  });

  it.each<[LlmProviderId]>([['cohere'], ['ollama']])('%s gets no tools when none may be called', (provider) => {
    const made = request({ tools: [TOOL], tool_choice: 'none', parallel_tool_calls: false }, provider);
    expect(sent(made)).toEqual({});
    expect(reported(made)).toEqual(['tool_choice translated']);
  });

  it('loses and reports fields that no tool has', () => {
    const tool = { ...TOOL, cache_control: { type: 'ephemeral' } };
    const made = request({ tools: [tool, { type: 'custom', custom: { name: 'x' } }] });
    expect(sent(made)).toEqual({ tools: [TOOL, { type: 'custom', custom: { name: 'x' } }] });
    expect(reported(made)).toEqual(['tools[].cache_control dropped']);
  });

  it('does not change the call', () => {
    const parameters = Object.freeze({ max_tokens: 7, tool_choice: 'auto' });
    expect(() => request(parameters)).not.toThrow();
  });
});

describe("a provider's differences", () => {
  it.each<[LlmProviderId, CallParameters, object, string[]]>([
    [
      'mistral',
      { seed: 1, max_completion_tokens: 5 },
      { random_seed: 1, max_tokens: 5 },
      ['max_completion_tokens renamed', 'seed renamed'],
    ],
    ['mistral', { max_tokens: 5, user: 'u' }, { max_tokens: 5 }, ['user dropped']],
    ['mistral', { stream: true, stream_options: { include_usage: true } }, { stream: true }, []],
    ['deepseek', { user: 'u', seed: 1 }, { user_id: 'u' }, ['seed dropped', 'user renamed']],
    ['groq', { n: 1, logprobs: false, store: true }, {}, ['store dropped']],
    ['cohere', { tools: [TOOL], tool_choice: 'auto' }, { tools: [TOOL] }, []],
  ])('%s: %j', (provider, parameters, expected, adjustments) => {
    const made = request(parameters, provider);
    expect(sent(made)).toEqual(expected);
    expect(reported(made)).toEqual(adjustments);
  });

  it.each<[LlmProviderId, CallParameters, string]>([
    ['groq', { n: 17 }, 'n'],
    ['groq', { logprobs: true }, 'logprobs'],
    ['gemini', { top_logprobs: 1 }, 'top_logprobs'],
    ['cohere', { tools: [TOOL], tool_choice: 'required' }, 'tool_choice'],
    ['cohere', { tools: [TOOL], tool_choice: { type: 'allowed_tools' } }, 'tool_choice'],
    ['mistral', { web_search_options: {} }, 'web_search_options'],
  ])('%s refuses %j rather than answer something else', (provider, parameters, param) => {
    expect(() => request(parameters, provider)).toThrow(
      expect.objectContaining({ kind: 'unsupported', param, provider }),
    );
  });
});
