import type { CallParameters } from '../../../../types.ts';
import { everywhere, type Row, to } from './row.ts';

const X = null;
const PARAMETERS = { type: 'object', properties: { city: { type: 'string' } } };
const WEATHER = { type: 'function', function: { name: 'get_weather', parameters: PARAMETERS } };
const TIME = { type: 'function', function: { name: 'get_time', parameters: PARAMETERS } };
const BARE = { type: 'function', function: { name: 'get_weather' } };
const CHOSEN = { type: 'function', function: { name: 'get_weather' } };
const many: CallParameters = { tools: Array.from({ length: 129 }, (_, index) => ({ type: 'function', function: { name: `tool${index}` } })) };

const object = to({ tool_choice: CHOSEN, tools: [WEATHER, TIME] }, 'translated');
const onlyThatOne = to({ tool_choice: undefined, tools: [WEATHER] }, 'translated');
const asTools = to({ tools: [WEATHER], functions: undefined }, 'translated');
const asChoice = to({ tool_choice: 'auto', function_call: undefined }, 'translated');
const asChosen = to({ tool_choice: CHOSEN, function_call: undefined }, 'translated');
const unthinking = (tool_choice: unknown) => to({ tool_choice, thinking: { type: 'disabled' } }, 'defaulted');
const effort = (reasoning_effort: string) => to({ reasoning_effort, thinking: undefined }, 'translated');
const budget = (budget_tokens: number): CallParameters => ({ thinking: { type: 'enabled', budget_tokens } });
const gemini = (thinking_budget: number) => to({ extra_body: { google: { thinking_config: { thinking_budget, include_thoughts: true } } }, reasoning_effort: undefined, thinking: undefined }, 'translated');
const vllm = (thinking_token_budget: number) => to({ thinking_token_budget, thinking: undefined }, 'translated');
const onOff = to({ thinking: { type: 'enabled' } }, 'translated');
const OTHER_MODELS = { 'gpt-4o': 'gpt-5.4', mistral: 'mistral-medium-latest', groq: 'llama-3.3-70b-versatile' };

/** Transcribed from the vendors' tables: reasoning, thinking and tools: by hand, never from the policy. */
export const TOOL_ROWS: readonly Row[] = [
  //                                                                        4o   o3   5.6  gem  mis  coh  groq ds   oll  vllm llama
  { name: 'reasoning_effort high', field: 'reasoning_effort', given: { reasoning_effort: 'high' }, cells: ['✂', '=', '=', '=', '✂', '=', '=', '=', '=', '=', '='] },
  { name: 'reasoning_effort medium', field: 'reasoning_effort', given: { reasoning_effort: 'medium' }, cells: ['✂', '=', '=', '=', '✂', to({ reasoning_effort: 'high' }, 'translated'), '=', '=', '=', '=', '='] },
  { name: 'reasoning_effort low', field: 'reasoning_effort', given: { reasoning_effort: 'low' }, cells: ['✂', '=', '=', '=', '✂', to({ reasoning_effort: 'none' }, 'translated'), '=', '=', '=', '=', '='] },
  { name: 'reasoning_effort high, other models', field: 'reasoning_effort', given: { reasoning_effort: 'high' }, models: OTHER_MODELS, cells: ['=', X, X, X, '=', X, '✂', X, X, X, X] },
  { name: 'reasoning_effort beside tools', field: 'reasoning_effort', given: { reasoning_effort: 'high', tools: [WEATHER] }, cells: ['✂', '=', to({ reasoning_effort: 'none' }, 'clamped'), '=', '✂', '=', '=', '=', '=', '=', '='] },
  { name: 'reasoning_effort beside tools, gpt-5.4', field: 'reasoning_effort', given: { reasoning_effort: 'high', tools: [WEATHER] }, models: OTHER_MODELS, cells: [to({ reasoning_effort: 'none' }, 'clamped'), X, X, X, X, X, X, X, X, X, X] },
  { name: 'tools without reasoning_effort', field: 'reasoning_effort', given: { tools: [WEATHER] }, cells: [X, X, to({ reasoning_effort: 'none' }, 'defaulted'), X, X, X, X, X, X, X, X] },
  { name: 'thinking 2048', field: 'thinking', given: budget(2_048), cells: ['✂', effort('low'), effort('low'), gemini(2_048), '✂', effort('high'), effort('low'), onOff, effort('low'), vllm(2_048), effort('low')] },
  { name: 'thinking 8192', field: 'thinking', given: budget(8_192), cells: ['✂', effort('medium'), effort('medium'), gemini(8_192), '✂', effort('high'), effort('medium'), onOff, effort('medium'), vllm(8_192), effort('medium')] },
  { name: 'thinking 24576', field: 'thinking', given: budget(24_576), cells: ['✂', effort('high'), effort('high'), gemini(24_576), '✂', effort('high'), effort('high'), onOff, effort('high'), vllm(24_576), effort('high')] },
  { name: 'thinking 2048, other models', field: 'thinking', given: budget(2_048), models: OTHER_MODELS, cells: [effort('low'), X, X, X, effort('high'), X, '✂', X, X, X, X] },
  { name: 'thinking disabled', field: 'thinking', given: { thinking: { type: 'disabled', budget_tokens: 1_024 } }, cells: ['✂', X, X, X, '✂', effort('none'), X, to({ thinking: { type: 'disabled' } }, 'translated'), X, X, X] },
  { name: 'thinking beside reasoning_effort', field: 'reasoning_effort', given: { ...budget(2_048), reasoning_effort: 'high' }, cells: ['✂', '=', '=', '✂', '✂', '=', '=', '=', '=', '=', '='] },
  { name: 'tools', field: 'tools', given: { tools: [WEATHER] }, cells: everywhere('=') },
  { name: 'tools without parameters', field: 'tools', reported: 'tools[].function.parameters', given: { tools: [BARE] }, cells: ['=', '=', '=', '=', to({ tools: [{ type: 'function', function: { name: 'get_weather', parameters: { type: 'object', properties: {} } } }] }, 'defaulted'), '=', '=', '=', '=', '=', '='] },
  { name: 'tools []', field: 'tools', given: { tools: [] }, cells: everywhere('∅') },
  { name: '129 tools', field: 'tools', given: many, cells: [X, X, X, X, X, X, '✗', X, X, X, X] },
  { name: 'tool_choice auto', field: 'tool_choice', given: { tools: [WEATHER], tool_choice: 'auto' }, cells: ['=', '=', '=', '=', '=', '∅', '=', '=', '∅', '=', '='] },
  { name: 'tool_choice none', field: 'tool_choice', given: { tools: [WEATHER], tool_choice: 'none' }, cells: ['=', '=', '=', '=', '=', X, '=', '=', X, '=', '='] },
  { name: 'tool_choice required', field: 'tool_choice', given: { tools: [WEATHER], tool_choice: 'required' }, cells: ['=', '=', '=', '=', '=', '✗', '=', '=', '✗', '=', '='] },
  { name: 'tool_choice required, thinking', field: 'tool_choice', given: { tools: [WEATHER], tool_choice: 'required', ...budget(2_048) }, cells: [X, X, X, X, X, X, X, '✗', X, X, X] },
  { name: 'tool_choice required, thinking unsaid', field: 'tool_choice', reported: 'thinking', given: { tools: [WEATHER], tool_choice: 'required' }, cells: [X, X, X, X, X, X, X, unthinking('required'), X, X, X] },
  { name: 'tool_choice by name', field: 'tool_choice', given: { tools: [WEATHER, TIME], tool_choice: 'get_weather' }, cells: [object, object, object, object, object, onlyThatOne, object, object, onlyThatOne, object, object] },
  { name: 'tool_choice by name, thinking unsaid', field: 'tool_choice', reported: 'thinking', given: { tools: [WEATHER], tool_choice: 'get_weather' }, cells: [X, X, X, X, X, X, X, unthinking(CHOSEN), X, X, X] },
  { name: 'tool_choice without tools', field: 'tool_choice', given: { tool_choice: 'auto' }, cells: everywhere('∅') },
  { name: 'parallel_tool_calls false', field: 'parallel_tool_calls', given: { tools: [WEATHER], parallel_tool_calls: false }, cells: ['=', '=', '=', '=', '=', '✂', '=', '✂', '✂', '=', '='] },
  { name: 'parallel_tool_calls true', field: 'parallel_tool_calls', given: { tools: [WEATHER], parallel_tool_calls: true }, cells: ['=', '=', '=', '∅', '=', '∅', '=', '∅', '∅', '=', '='] },
  { name: 'parallel_tool_calls without tools', field: 'parallel_tool_calls', given: { parallel_tool_calls: false }, cells: everywhere('∅') },
  { name: 'tool_choice required without tools', field: 'tool_choice', given: { tool_choice: 'required' }, cells: everywhere('✂') },
  { name: 'functions', field: 'functions', given: { functions: [{ name: 'get_weather', parameters: PARAMETERS }] }, cells: everywhere(asTools) },
  { name: 'function_call auto', field: 'function_call', given: { functions: [WEATHER.function], function_call: 'auto' }, cells: [asChoice, asChoice, asChoice, asChoice, asChoice, X, asChoice, asChoice, X, asChoice, asChoice] },
  { name: 'function_call by name', field: 'function_call', given: { functions: [WEATHER.function], function_call: 'get_weather' }, cells: [asChosen, asChosen, asChosen, asChosen, asChosen, X, asChosen, asChosen, X, asChosen, asChosen] },
];
