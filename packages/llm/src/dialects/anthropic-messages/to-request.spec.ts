import { describe, expect, it } from '@jest/globals';
import type { CallParameters } from '../../types.ts';
import { ALWAYS, expectRow, MANUAL, OLD, reported, requestOf, type Row } from './__fixtures__/request-of.ts';

const TOOL = { type: 'function', function: { name: 'get_weather', parameters: { type: 'object', properties: {} } } };
const WIRE_TOOL = { name: 'get_weather', input_schema: { type: 'object', properties: {} } };
const FUNCTION = { name: 'get_weather' };
const THINK = { type: 'enabled', budget_tokens: 2_048 } as const;
const SCHEMA = { type: 'object', properties: { a: { type: 'object' }, b: { enum: [{ type: 'object' }] } } };
const CLOSED = {
  type: 'object',
  additionalProperties: false,
  properties: { a: { type: 'object', additionalProperties: false }, b: { enum: [{ type: 'object' }] } },
};

const ROWS: Row[] = [
  ['stream', { stream: true, stream_options: { include_usage: true } }, {}, []],
  [
    'max_completion_tokens',
    { max_tokens: undefined, max_completion_tokens: 100 },
    {},
    ['max_completion_tokens renamed'],
  ],
  [
    'both limits',
    { max_completion_tokens: 100, max_tokens: 9 },
    {},
    ['max_tokens dropped', 'max_completion_tokens renamed'],
  ],
  ['no limit', { max_tokens: undefined }, { max_tokens: 16_384 }, ['max_tokens defaulted']],
  ['no limit, oldest models', { max_tokens: undefined }, { max_tokens: 4_096 }, ['max_tokens defaulted'], OLD],
  ['temperature', { temperature: 0.2 }, {}, ['temperature dropped']],
  ['top_p', { top_p: 0.9 }, {}, ['top_p dropped']],
  [
    'values that ask for nothing',
    {
      temperature: 1,
      n: 1,
      logprobs: false,
      top_logprobs: 0,
      frequency_penalty: 0,
      metadata: [],
      modalities: ['text'],
    },
    {},
    [],
  ],
  ['seed', { seed: 1 }, {}, ['seed dropped']],
  [
    'penalties',
    { frequency_penalty: 1, presence_penalty: 1 },
    {},
    ['frequency_penalty dropped', 'presence_penalty dropped'],
  ],
  ['logit_bias', { logit_bias: { 1: 2 } }, {}, ['logit_bias dropped']],
  ['metadata', { metadata: { team: 'a' } }, {}, ['metadata dropped']],
  ['prediction', { prediction: { type: 'content', content: 'x' } }, {}, ['prediction dropped']],
  ['modalities', { modalities: ['text', 'audio'] }, {}, ['modalities dropped']],
  ['store', { store: true }, {}, ['store dropped']],
  ['a parameter to come', { politeness: 3 } as CallParameters, {}, ['politeness dropped']],
  ['user', { user: 'u1' }, { metadata: { user_id: 'u1' } }, ['user renamed']],
  ['user, too long', { user: 'u'.repeat(257) }, {}, ['user dropped']],
  ['service_tier auto', { service_tier: 'auto' }, { service_tier: 'auto' }, []],
  ['service_tier default', { service_tier: 'default' }, { service_tier: 'standard_only' }, ['service_tier translated']],
  ['service_tier flex', { service_tier: 'flex' }, {}, ['service_tier dropped']],
  ['stop, a text', { stop: '###' }, { stop_sequences: ['###'] }, ['stop renamed']],
  ['stop, a list', { stop: ['a', '\n', ' '] }, { stop_sequences: ['a'] }, ['stop translated', 'stop renamed']],
  ['stop, whitespace', { stop: '\n' }, {}, ['stop translated']],
  ['tools', { tools: [TOOL] }, { tools: [WIRE_TOOL] }, []],
  ['tools without parameters', { tools: [{ type: 'function', function: FUNCTION }] }, { tools: [WIRE_TOOL] }, []],
  [
    'tools, strict',
    { tools: [{ type: 'function', function: { ...TOOL.function, strict: true, description: 'd' } }] },
    { tools: [{ ...WIRE_TOOL, description: 'd' }] },
    ['tools[].function.strict dropped'],
  ],
  ['tool options without tools', { tool_choice: 'auto', parallel_tool_calls: false }, {}, []],
  [
    'tool_choice auto',
    { tools: [TOOL], tool_choice: 'auto' },
    { tools: [WIRE_TOOL], tool_choice: { type: 'auto' } },
    [],
  ],
  [
    'tool_choice none',
    { tools: [TOOL], tool_choice: 'none' },
    { tools: [WIRE_TOOL], tool_choice: { type: 'none' } },
    [],
  ],
  [
    'tool_choice required',
    { tools: [TOOL], tool_choice: 'required' },
    { tools: [WIRE_TOOL], tool_choice: { type: 'any' } },
    [],
  ],
  [
    'tool_choice, a name',
    { tools: [TOOL], tool_choice: 'get_weather' },
    { tools: [WIRE_TOOL], tool_choice: { type: 'tool', name: 'get_weather' } },
    ['tool_choice translated'],
  ],
  [
    'tool_choice, an object',
    { tools: [TOOL], tool_choice: { type: 'function', function: FUNCTION } },
    { tools: [WIRE_TOOL], tool_choice: { type: 'tool', name: 'get_weather' } },
    [],
  ],
  [
    'parallel_tool_calls false',
    { tools: [TOOL], parallel_tool_calls: false },
    { tools: [WIRE_TOOL], tool_choice: { type: 'auto', disable_parallel_tool_use: true } },
    ['parallel_tool_calls translated'],
  ],
  ['parallel_tool_calls true', { tools: [TOOL], parallel_tool_calls: true }, { tools: [WIRE_TOOL] }, []],
  [
    'functions',
    { functions: [FUNCTION] },
    { tools: [WIRE_TOOL], tool_choice: { type: 'auto', disable_parallel_tool_use: true } },
    ['functions translated', 'parallel_tool_calls defaulted'],
  ],
  ['response_format text', { response_format: { type: 'text' } }, {}, []],
  [
    'response_format json_object',
    { response_format: { type: 'json_object' } },
    { system: expect.stringContaining('one JSON object') },
    ['response_format translated'],
  ],
  [
    'response_format json_object with a schema',
    { response_format: { type: 'json_object', schema: SCHEMA } },
    { output_config: { format: { type: 'json_schema', schema: CLOSED } } },
    ['response_format translated'],
  ],
  [
    'response_format json_schema',
    { response_format: { type: 'json_schema', json_schema: { name: 'r', schema: SCHEMA } }, reasoning_effort: 'low' },
    { output_config: { effort: 'low', format: { type: 'json_schema', schema: CLOSED } } },
    ['reasoning_effort translated', 'response_format translated'],
  ],
  [
    'web_search_options',
    {
      web_search_options: {
        search_context_size: 'low',
        user_location: { type: 'approximate', approximate: { city: 'Bern', country: 'CH', planet: 'Earth' } },
      },
    },
    {
      tools: [
        {
          type: 'web_search_20250305',
          name: 'web_search',
          user_location: { type: 'approximate', city: 'Bern', country: 'CH' },
        },
      ],
    },
    ['web_search_options translated', 'web_search_options.search_context_size dropped'],
  ],
];

type Refused = [what: string, parameters: CallParameters, param: string, model?: string];

describe('parameters', () => {
  it.each(ROWS)('%s', (...row: Row) => expectRow(...row));

  it.each<Refused>([
    ['n above what is done in several calls', { n: 17 }, 'n'],
    ['logprobs', { logprobs: true }, 'logprobs'],
    ['top_logprobs', { top_logprobs: 2 }, 'top_logprobs'],
    [
      'a forced tool while thinking',
      { thinking: THINK, tools: [TOOL], tool_choice: 'required' },
      'tool_choice',
      MANUAL,
    ],
    ['a forced tool on models that refuse it', { tools: [TOOL], tool_choice: 'required' }, 'tool_choice', ALWAYS],
    ['an unknown kind of tool_choice', { tools: [TOOL], tool_choice: { type: 'allowed_tools' } }, 'tool_choice'],
  ])('refuses %s', (...[, parameters, param, model]: Refused) => {
    expect(() => requestOf(parameters, model)).toThrow(expect.objectContaining({ kind: 'unsupported', param }));
  });

  it('leaves to us what Claude does not do: several answers, and stops at whitespace', () => {
    const made = requestOf({ n: 3, stop: ['a', '\n'] });
    expect(made).toMatchObject({ calls: 3, ownStops: ['\n'], body: { stop_sequences: ['a'] } });
    expect(reported(made)).toEqual(['n translated', 'stop translated', 'stop renamed']);
  });

  it('passes on a tool that Anthropic knows itself', () => {
    const tool = { type: 'web_search_20260318', name: 'web_search' };
    expect(requestOf({ tools: [tool] }).body['tools']).toEqual([tool]);
  });
});
