import { expect } from '@jest/globals';
import { type Cell, to } from './row.ts';

/** The models of Anthropic's two columns: one that thinks as it sees fit, guided by an effort, and one within a budget. */
export const ANTHROPIC_MODELS = ['claude-opus-4-8', 'claude-haiku-4-5'] as const;

type Cells = readonly [adaptive: Cell, manual: Cell];

const both = (cell: Cell): Cells => [cell, cell];
/** Left out, or said in other words, without a word: nothing is lost. */
const silent = (wire: Record<string, unknown>): Cells => both(to(wire));
const translated = (wire: Record<string, unknown>): Cells => both(to(wire, 'translated'));
const gone = (field: string): Cells => silent({ [field]: undefined });

const text = (words: string): object => ({ type: 'text', text: words });
const said = (words = 'hello there'): object => ({ role: 'user', content: [text(words)] });
const opening = said('(The conversation begins.)');
const history = (id: string): object[] => [
  said('a'),
  { role: 'assistant', content: [{ type: 'tool_use', id, name: 'f', input: {} }] },
  { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content: [text('b')] }] },
];
const withImage = (source: object): Cells => silent({ messages: [{ role: 'user', content: [text('a'), { type: 'image', source }] }] });
const inside = withImage({ type: 'base64', media_type: 'image/png', data: 'AA==' });
const byAddress = withImage({ type: 'url', url: 'https://x.test/y.png' });

const schema = { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: false };
const following = translated({ output_config: { format: { type: 'json_schema', schema } }, response_format: undefined });
const stops = (count: number): Cells => both(to({ stop_sequences: ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, count), stop: undefined }, 'renamed'));
const several = { ...to({ n: undefined }, 'translated'), calls: 3 };
const searching = translated({ tools: [{ type: 'web_search_20250305', name: 'web_search' }], web_search_options: undefined });

const tool = (name: string, properties: object = { city: { type: 'string' } }): object => ({ name, input_schema: { type: 'object', properties } });
const weather = [tool('get_weather')];
const effort = (effortName: string, budget: number): Cells => [
  to({ output_config: { effort: effortName }, reasoning_effort: undefined }, 'translated'),
  to({ thinking: { type: 'enabled', budget_tokens: budget }, reasoning_effort: undefined }, 'translated'),
];
const thinking = (effortName: string): Cells => [
  to({ thinking: { type: 'adaptive', display: 'summarized' }, output_config: { effort: effortName } }, 'translated'),
  '=',
];

/**
 * Transcribed from the column of Anthropic in the vendors' table, row by row under the rows' names, and from the migration
 * pages of platform.claude.com: by hand, never from the dialect.
 */
export const ANTHROPIC_CELLS: Readonly<Record<string, Cells>> = {
  'role system': both(to({ system: 'a', messages: [opening] }, 'defaulted')),
  'role developer': silent({ system: 'a' }),
  'name of a user': both(to({ messages: [said('a')] }, 'dropped')),
  'name of a tool': both(to({ messages: history('abcdef123') }, 'dropped')),
  'annotations of an answer': ['✗', to({ messages: [opening, { role: 'assistant', content: [text('a')] }] }, 'dropped')],
  'prose shape': inside,
  'prose text': silent({ messages: [said('a')] }),
  'tool calls with ids of OpenAI': silent({ messages: history('call_Ab3xYz91') }),
  'tool calls with ids of nine': silent({ messages: history('abcdef123') }),
  'reasoning_content of a tool turn': both(to({ messages: history('abcdef123') }, 'dropped')),
  'image by address': byAddress,
  'image by address, vision models': byAddress,
  'image inside': inside,

  'response_format text': silent({ response_format: undefined, output_config: undefined }),
  'response_format json_object': translated({ system: expect.stringContaining('JSON'), response_format: undefined }),
  'json_object without the word': silent({ messages: [said()] }),
  'json_object with the word': silent({ messages: [said('as Json')] }),
  'json_object with a schema': following,
  'json_object with a schema, Llama': following,
  json_schema: following,
  'metadata as a list': both('✂'),
  'metadata as a map': both('✂'),
  '17 labels': both('✂'),
  'modalities text': both('∅'),
  'modalities audio, untyped': both('✂'),
  'prediction, typed': both('✂'),
  'prediction, free': both('✂'),
  'audio, typed': both('✂'),
  'audio, free': both('✂'),
  'service_tier auto': both('='),
  'service_tier default': translated({ service_tier: 'standard_only' }),
  'stop ×1': stops(1),
  'stop ×4': stops(4),
  'stop ×5': stops(5),
  'stop ×6': stops(6),
  'stop, one text': stops(1),
  'stop, too many for us': both(null),
  'stop []': silent({ stop: undefined, stop_sequences: undefined }),
  stream: both('='),
  stream_options: gone('stream_options'),
  'usage, unasked': gone('stream_options'),
  'stream_options without stream': gone('stream_options'),
  user: both(to({ metadata: { user_id: 'u' }, user: undefined }, 'renamed')),
  web_search_options: searching,
  'web_search_options, search model': searching,
  store: both('✂'),
  verbosity: both('✂'),
  safety_identifier: both('✂'),
  prompt_cache_key: both('✂'),
  prompt_cache_retention: both('✂'),
  prompt_cache_options: both('✂'),
  moderation: both('✂'),

  'frequency_penalty 0.5': both('✂'),
  'frequency_penalty 0': gone('frequency_penalty'),
  'frequency_penalty -1': both('✂'),
  'frequency_penalty 2': both('✂'),
  'presence_penalty 0.5': both('✂'),
  'presence_penalty -1': both('✂'),
  logit_bias: both('✂'),
  'logit_bias 2.6': both('✂'),
  'logprobs true': both('✗'),
  'logprobs false': gone('logprobs'),
  'top_logprobs 2 with logprobs': both('✗'),
  'top_logprobs 2 alone': both('✗'),
  'top_logprobs 2, refused': both('✗'),
  'top_logprobs 0': both('∅'),
  'top_logprobs 0 with logprobs': both(null),
  max_completion_tokens: both(to({ max_tokens: 50, max_completion_tokens: undefined }, 'renamed')),
  max_tokens: both('='),
  'both limits': both(to({ max_tokens: 9, max_completion_tokens: undefined }, 'dropped')),
  'n 1': gone('n'),
  'n 3': both(several),
  'n 17': both('✗'),
  'n 3 with a search model': both(several),
  'n 3 beside a seed': both('✂'),
  'n 200': both('✗'),
  'seed 42': both('✂'),
  'seed -1': both('✂'),
  'temperature 2': both('✂'),
  'temperature 1': gone('temperature'),
  'temperature 0': both('✂'),
  'top_p 0.5': both('✂'),
  'top_p 0': both('✂'),
  'top_p 1': gone('top_p'),
  'temperature 1 with a search model': gone('temperature'),
  'top_p 1 with a search model': gone('top_p'),
  'n 1 with a search model': gone('n'),
  'frequency_penalty with a search model': both('✂'),
  'presence_penalty with a search model': both('✂'),
  'seed with a search model': both('✂'),

  'reasoning_effort high': effort('high', 24_576),
  'reasoning_effort medium': effort('medium', 8_192),
  'reasoning_effort low': effort('low', 1_024),
  'reasoning_effort high, other models': effort('high', 24_576),
  'reasoning_effort beside tools': effort('high', 24_576),
  'reasoning_effort beside tools, gpt-5.4': effort('high', 24_576),
  'tools without reasoning_effort': silent({ reasoning_effort: undefined, output_config: undefined, thinking: undefined }),
  'thinking 2048': thinking('low'),
  'thinking 8192': thinking('medium'),
  'thinking 24576': thinking('high'),
  'thinking 2048, other models': thinking('low'),
  'thinking disabled': translated({ thinking: { type: 'disabled' } }),
  'thinking beside reasoning_effort': [to({ output_config: { effort: 'high' } }, 'translated'), '✂'],
  tools: silent({ tools: weather }),
  'tools without parameters': silent({ tools: [tool('get_weather', {})] }),
  'tools []': both('∅'),
  // How many there may be is not documented.
  '129 tools': both(null),
  'tool_choice auto': silent({ tool_choice: { type: 'auto' } }),
  'tool_choice none': silent({ tool_choice: { type: 'none' } }),
  'tool_choice required': silent({ tool_choice: { type: 'any' } }),
  'tool_choice required, thinking': both('✗'),
  'tool_choice required, thinking unsaid': silent({ tool_choice: { type: 'any' }, thinking: undefined }),
  'tool_choice by name': translated({ tool_choice: { type: 'tool', name: 'get_weather' }, tools: [...weather, tool('get_time')] }),
  'tool_choice by name, thinking unsaid': silent({ tool_choice: { type: 'tool', name: 'get_weather' }, thinking: undefined }),
  'tool_choice without tools': both('∅'),
  'tool_choice required without tools': both('✂'),
  'parallel_tool_calls false': translated({ tool_choice: { type: 'auto', disable_parallel_tool_use: true }, parallel_tool_calls: undefined }),
  'parallel_tool_calls true': silent({ tool_choice: undefined, parallel_tool_calls: undefined }),
  'parallel_tool_calls without tools': both('∅'),
  functions: translated({ tools: weather, functions: undefined }),
  'function_call auto': translated({ tool_choice: { type: 'auto', disable_parallel_tool_use: true } }),
  'function_call by name': translated({ tool_choice: { type: 'tool', name: 'get_weather', disable_parallel_tool_use: true } }),
};
