import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { checkRequest, type ChatBody } from '../../../../../tools/fake-upstream/check-request.ts';
import { callOf } from '../../__fixtures__/create-test-llm.ts';
import { llmProviders, type LlmProviderId } from '../../providers.ts';
import type { CallParameters, VendorRequest } from '../../types.ts';
import { toRequest } from './to-request.ts';

const TOOL = { type: 'function', function: { name: 'get_weather' } };
const TOOL_OBJECT = { type: 'function', function: { name: 'get_weather' } };
const FUNCTION = { name: 'get_weather', parameters: { type: 'object' } };
const SCHEMA = { type: 'object', properties: { a: { type: 'string' } } };

const request = (
  parameters: CallParameters,
  provider: LlmProviderId = 'openai',
  messages?: ChatMessage[],
): VendorRequest => {
  const call = callOf('any', parameters);
  return toRequest({ ...call, messages: messages ?? call.messages }, 'a-model', llmProviders[provider], provider);
};
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
    [
      'tool options without tools',
      { tool_choice: 'auto', parallel_tool_calls: false },
      {},
      ['tool_choice dropped', 'parallel_tool_calls dropped'],
    ],
    ['no tools in the list', { tools: [] }, {}, ['tools dropped']],
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
    ['json_object', { response_format: { type: 'json_object' } }, { response_format: { type: 'json_object' } }, []],
    [
      'a typed prediction',
      { prediction: { type: 'content', content: 'x' } },
      { prediction: { type: 'content', content: 'x' } },
      [],
    ],
    ['a free prediction', { prediction: { text: 'x' } }, {}, ['prediction dropped']],
    ['free audio', { audio: { loud: true } }, {}, ['audio dropped']],
    ['modalities: text', { modalities: ['text'] }, {}, ['modalities dropped']],
    [
      'modalities with audio',
      { modalities: ['text', 'audio', 'smell'], audio: { voice: 'alloy', format: 'mp3' } },
      { modalities: ['text', 'audio'], audio: { voice: 'alloy', format: 'mp3' } },
      ['modalities translated'],
    ],
    ['thinking', { thinking: { type: 'enabled', budget_tokens: 2048 } }, {}, ['thinking dropped']],
    ['stream_options without stream', { stream_options: { include_usage: true } }, {}, ['stream_options dropped']],
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
    [
      'mistral',
      { stream: true, stream_options: { include_usage: true } },
      { stream: true },
      ['stream_options dropped'],
    ],
    ['deepseek', { user: 'u', seed: 1 }, { user_id: 'u' }, ['seed dropped', 'user renamed']],
    ['groq', { n: 1, logprobs: false, store: true }, {}, ['store dropped', 'logprobs dropped', 'n dropped']],
    ['cohere', { tools: [TOOL], tool_choice: 'auto' }, { tools: [TOOL] }, ['tool_choice dropped']],
  ])('%s: %j', (provider, parameters, expected, adjustments) => {
    const made = request(parameters, provider);
    expect(sent(made)).toEqual(expected);
    expect(reported(made)).toEqual(adjustments);
  });

  it.each<[LlmProviderId, CallParameters, string]>([
    ['groq', { n: 2 }, 'n'],
    ['groq', { logprobs: true }, 'logprobs'],
    ['gemini', { top_logprobs: 1 }, 'top_logprobs'],
    ['cohere', { tools: [TOOL], tool_choice: 'required' }, 'tool_choice'],
    ['mistral', { web_search_options: {} }, 'web_search_options'],
  ])('%s refuses %j rather than answer something else', (provider, parameters, param) => {
    expect(() => request(parameters, provider)).toThrow(
      expect.objectContaining({ kind: 'invalid_request', param, provider }),
    );
  });

  it('OpenAI gets its search options as they are', () => {
    expect(sent(request({ web_search_options: { search_context_size: 'low' } }))).toEqual({
      web_search_options: { search_context_size: 'low' },
    });
  });
});

describe('messages', () => {
  const wire = (message: ChatMessage, provider: LlmProviderId = 'openai'): unknown =>
    (request({}, provider, [message]).body['messages'] as unknown[])[0];

  it.each<[string, ChatMessage, object]>([
    ['a text', { role: 'user', content: 'a' }, { role: 'user', content: 'a' }],
    ['prose text beside an empty content', { role: 'user', content: '', message: 'a' }, { role: 'user', content: 'a' }],
    ['prose text beside no parts', { role: 'user', content: [], message: 'a' }, { role: 'user', content: 'a' }],
    ['prose text', { role: 'user', message: 'a' }, { role: 'user', content: 'a' }],
    ['one text part', { role: 'user', content: [{ type: 'text', text: 'a' }] }, { role: 'user', content: 'a' }],
    [
      'prose parts',
      { role: 'user', message: [{ type: 'text', content: { text: 'a' } }] },
      { role: 'user', content: 'a' },
    ],
    ['developer', { role: 'developer', content: 'a' }, { role: 'system', content: 'a' }],
    [
      'a bare image address',
      {
        role: 'user',
        message: [
          { type: 'text', content: 'a' },
          { type: 'image_url', content: { image_url: 'https://x/y' } },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'image_url', image_url: { url: 'https://x/y' } },
        ],
      },
    ],
    [
      'an image with detail',
      { role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:x', detail: 'low' } }] },
      { role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:x', detail: 'low' } }] },
    ],
    [
      'tool calls',
      { role: 'assistant', tool_calls: [{ id: 'i', function: { name: 'f', arguments: '{}' } }] },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 'i', type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
    ],
    [
      'a tool answer',
      { role: 'tool', content: 'x', tool_call_id: 'i' },
      { role: 'tool', content: 'x', tool_call_id: 'i' },
    ],
  ])('%s', (_what, message, expected) => {
    const made = request({}, 'openai', [message]);
    expect((made.body['messages'] as unknown[])[0]).toEqual(expected);
    expect(made.adjustments).toEqual([]);
    expect(checkRequest(JSON.parse(JSON.stringify(made.body)) as ChatBody)).toBeUndefined();
  });

  it('keep what a provider wants back, and lose what it refuses', () => {
    const message: ChatMessage = { role: 'assistant', content: 'a', name: 'n', reasoning_content: 'r' };
    expect(wire(message)).toEqual({ role: 'assistant', content: 'a', name: 'n' });
    expect(wire(message, 'deepseek')).toEqual(message);
    expect(wire(message, 'groq')).toEqual({ role: 'assistant', content: 'a' });
    expect(reported(request({}, 'groq', [message, message]))).toEqual([
      'messages[].name dropped',
      'messages[].reasoning_content dropped',
    ]);
  });

  it('lose and report fields of earlier answers that no request has', () => {
    const annotations = [{ type: 'url_citation' }];
    const message = {
      role: 'assistant',
      content: 'a',
      annotations,
      refusal: null,
      audio: null,
      tool_calls: [],
    } as unknown as ChatMessage;
    expect(wire(message)).toEqual({ role: 'assistant', content: 'a' });
    expect(reported(request({}, 'openai', [message]))).toEqual(['messages[].annotations dropped']);
  });

  it('write the older function calls as tool calls with ids that every vendor takes', () => {
    const messages: ChatMessage[] = [
      { role: 'user', content: 'a' },
      { role: 'assistant', content: null, function_call: { name: 'f', arguments: '{}' } },
      { role: 'function', name: 'f', content: '42' },
    ];
    const [, asked, answered] = request({}, 'openai', messages).body['messages'] as Record<string, unknown>[];
    expect(asked).toEqual({
      role: 'assistant',
      content: null,
      tool_calls: [{ id: 'call00001', type: 'function', function: { name: 'f', arguments: '{}' } }],
    });
    expect(answered).toEqual({ role: 'tool', name: 'f', content: '42', tool_call_id: 'call00001' });
  });
});
