import { describe, expect, it } from '@jest/globals';
import { createTestLlm } from '../__fixtures__/create-test-llm.ts';
import { llmProviders } from '../providers.ts';
import type { CallParameters, ParameterName } from '../types.ts';
import { asksForNothing } from './asks-for-nothing.ts';

const TOOLS = [{ type: 'function', function: { name: 'f' } }];

const NEUTRAL: [ParameterName, unknown][] = [
  ['frequency_penalty', 0],
  ['presence_penalty', 0],
  ['logit_bias', {}],
  ['metadata', {}],
  ['metadata', []],
  ['modalities', []],
  ['modalities', ['text']],
  ['n', 1],
  ['logprobs', false],
  ['top_logprobs', 0],
  ['response_format', { type: 'text' }],
  ['service_tier', 'auto'],
  ['stop', []],
  ['store', false],
  ['stream_options', { include_usage: true }],
  ['temperature', 1],
  ['top_p', 1],
  ['tools', []],
  ['functions', []],
  ['tool_choice', 'auto'],
  ['tool_choice', 'none'],
  ['function_call', 'auto'],
  ['parallel_tool_calls', false],
  ['parallel_tool_calls', true],
];

describe('asksForNothing', () => {
  it.each(NEUTRAL)('%s: %j does, where there are no tools', (name, value) => {
    expect(asksForNothing(name, value, {})).toBe(true);
  });

  it.each<[ParameterName, unknown]>([
    ['frequency_penalty', 0.1],
    ['logit_bias', { 1: 1 }],
    ['metadata', { a: 'b' }],
    ['modalities', ['text', 'audio']],
    ['n', 2],
    ['logprobs', true],
    ['top_logprobs', 1],
    ['response_format', { type: 'json_object' }],
    ['service_tier', 'default'],
    ['stop', ['x']],
    ['store', true],
    ['stream_options', { include_obfuscation: false }],
    ['temperature', 0],
    ['top_p', 0.9],
    ['tool_choice', 'required'],
    ['seed', 0],
    ['user', 'u'],
    ['reasoning_effort', 'none'],
  ])('%s: %j does not', (name, value) => {
    expect(asksForNothing(name, value, {})).toBe(false);
  });

  it.each<[ParameterName, unknown, boolean]>([
    ['parallel_tool_calls', false, false],
    ['parallel_tool_calls', true, true],
    ['tool_choice', 'none', false],
    ['tool_choice', 'auto', true],
  ])('beside tools, %s: %j does: %s', (name, value, expected) => {
    expect(asksForNothing(name, value, { tools: TOOLS })).toBe(expected);
  });
});

describe('every provider, asked for nothing', () => {
  const ids = Object.entries(llmProviders).flatMap(([id, { dialect }]) => (dialect === undefined ? [] : [id]));
  const llm = createTestLlm('http://127.0.0.1:9', {
    apiKeys: Object.fromEntries(ids.map((id) => [id, 'key'])),
    baseUrls: Object.fromEntries(ids.map((id) => [id, 'http://127.0.0.1:9'])),
    parameterNames: [...NEUTRAL.map(([name]) => name), 'max_completion_tokens'],
  });
  const parameters = { ...Object.fromEntries(NEUTRAL), max_completion_tokens: 50 } as CallParameters;

  it.each(ids)('%s has nothing to report but the same in other words', (id) => {
    const messages = [{ role: 'user' as const, content: 'hello there' }];
    const model = id === 'local' ? 'local/extractive' : `${id}/claude-opus-4-8`;
    const call = { model, messages, parameters, question: messages, passages: [] };
    const { adjustments } = llm.call(call, new AbortController().signal);
    expect(adjustments.filter(({ action }) => action !== 'renamed' && action !== 'translated')).toEqual(
      // Its range ends below 1.
      id === 'cohere' ? [expect.objectContaining({ parameter: 'top_p', action: 'clamped' })] : [],
    );
  });
});
