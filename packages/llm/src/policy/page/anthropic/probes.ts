import type { CallParameters, ParameterName } from '../../../types.ts';

/** A value that is tried, and what has to stand beside it. */
export interface Probe {
  value: unknown;
  beside?: CallParameters;
}

const TOOL = { type: 'function', function: { name: 'f' } };
const FUNCTIONS: CallParameters = { functions: [TOOL.function] };
const TOOLS: CallParameters = { tools: [TOOL] };
const SCHEMA = { type: 'object', properties: {} };

const tried = (...values: unknown[]): readonly Probe[] => values.map((value) => ({ value }));
const besideTools = (...values: unknown[]): readonly Probe[] => values.map((value) => ({ value, beside: TOOLS }));

/** Values that tell what becomes of each parameter; one that has none here is dropped, as all that the dialect does not know. */
export const PROBES: Readonly<Partial<Record<ParameterName, readonly Probe[]>>> = {
  audio: tried({ voice: 'alloy', format: 'mp3' }),
  frequency_penalty: tried(0.5, 0),
  function_call: [{ value: { name: 'f' }, beside: FUNCTIONS }],
  functions: tried([TOOL.function]),
  logit_bias: tried({ 1: 5 }),
  logprobs: tried(true, false),
  max_completion_tokens: [{ value: 50, beside: { max_tokens: undefined } }],
  max_tokens: tried(50),
  metadata: tried({ team: 'a' }),
  modalities: tried(['text', 'audio']),
  moderation: tried({ model: 'm' }),
  n: tried(1, 2),
  parallel_tool_calls: besideTools(false, true),
  prediction: tried({ type: 'content', content: 'x' }),
  presence_penalty: tried(0.5, 0),
  prompt_cache_key: tried('k'),
  prompt_cache_options: tried({ mode: 'implicit' }),
  prompt_cache_retention: tried('24h'),
  reasoning_effort: tried('none', 'minimal', 'low', 'medium', 'high', 'xhigh'),
  response_format: tried(
    { type: 'text' },
    { type: 'json_object' },
    { type: 'json_schema', json_schema: { name: 'r', schema: SCHEMA } },
  ),
  safety_identifier: tried('u'),
  seed: tried(7),
  service_tier: tried('auto', 'default', 'flex'),
  stop: tried(['###'], ['\n']),
  store: tried(true),
  stream: tried(true),
  stream_options: [{ value: { include_usage: true }, beside: { stream: true } }],
  temperature: tried(0.5, 1),
  thinking: tried(
    { type: 'enabled', budget_tokens: 2_048 },
    { type: 'enabled', budget_tokens: 8_192 },
    { type: 'enabled', budget_tokens: 24_576 },
    { type: 'disabled' },
  ),
  tool_choice: besideTools('auto', 'none', 'required', 'f'),
  tools: tried([TOOL]),
  top_logprobs: tried(2),
  top_p: tried(0.5, 1),
  user: tried('u'),
  verbosity: tried('low'),
  web_search_options: tried({}),
};
