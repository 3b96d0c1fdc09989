import type { ChatBody } from './chat-body.ts';
import { type Fault, fault, type Rule, unknownField } from './checks/fault.ts';
import { MESSAGE_RULES } from './checks/message-rules.ts';
import { MODEL_RULES } from './checks/model-rules.ts';
import { VALUE_RULES } from './checks/value-rules.ts';

export type { ChatBody };

// From OpenAI's OpenAPI 2.3.0, by hand: it must not be derived from the contract that it checks.
const FIELDS = new Set(
  (
    'audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens max_tokens messages ' +
    'metadata modalities model moderation n parallel_tool_calls prediction presence_penalty prompt_cache_key ' +
    'prompt_cache_options prompt_cache_retention reasoning_effort response_format safety_identifier seed service_tier ' +
    'stop store stream stream_options temperature tool_choice tools top_logprobs top_p user verbosity web_search_options'
  ).split(' '),
);
const TOOL_FIELDS = new Set(['type', 'function', 'custom']);
const FUNCTION_FIELDS = new Set(['name', 'description', 'parameters', 'strict']);
const NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** How parameters hang together. */
const RULES: readonly Rule[] = [
  ({ stream, stream_options }) =>
    stream_options === undefined || stream === true
      ? undefined
      : fault("only allowed when 'stream' is enabled", 'stream_options'),
  ({ tools }) => (tools?.length === 0 ? fault('empty array', 'tools') : undefined),
  ({ tools = [] }) => tools.map(toolFault).find((found) => found !== undefined),
  ({ tools, tool_choice }) =>
    tool_choice === undefined || tools ? undefined : fault("only with 'tools'", 'tool_choice'),
  ({ tools, parallel_tool_calls: parallel }) =>
    parallel === undefined || tools ? undefined : fault("only with 'tools'", 'parallel_tool_calls'),
  ({ functions, function_call: choice }) =>
    choice === undefined || functions ? undefined : fault("only with 'functions'", 'function_call'),
  toolChoiceFault,
  ({ max_tokens, max_completion_tokens }) =>
    max_tokens !== undefined && max_completion_tokens !== undefined
      ? fault('set only one of both', 'max_tokens')
      : undefined,
  ({ top_logprobs, logprobs }) =>
    top_logprobs !== undefined && logprobs !== true ? fault("'logprobs' must be true", 'top_logprobs') : undefined,
  ({ response_format: format, messages }) =>
    (format as { type?: string } | undefined)?.type === 'json_object' && !/json/i.test(JSON.stringify(messages))
      ? fault("'messages' must contain the word 'json' in some form", 'messages')
      : undefined,
];

/** The first thing that OpenAI would answer 400 to, or undefined. */
export function checkRequest(body: ChatBody): Fault | undefined {
  if (typeof body.model !== 'string') return fault('you must provide a model parameter', 'model');
  const unknown = unknownField(Object.keys(body), FIELDS);
  if (unknown !== undefined) return unknown;
  for (const rule of [...MESSAGE_RULES, ...VALUE_RULES, ...RULES, ...MODEL_RULES]) {
    const found = rule(body);
    if (found !== undefined) return found;
  }
  return undefined;
}

function toolFault(tool: NonNullable<ChatBody['tools']>[number], index: number): Fault | undefined {
  if (tool.type !== 'function') return undefined;
  if (!NAME.test(tool.function.name)) return fault('invalid name', `tools[${index}].function.name`);
  return unknownField(Object.keys(tool), TOOL_FIELDS) ?? unknownField(Object.keys(tool.function), FUNCTION_FIELDS);
}

function toolChoiceFault({ tools = [], tool_choice: choice }: ChatBody): Fault | undefined {
  if (choice === undefined) return undefined;
  if (typeof choice === 'string') {
    return ['auto', 'none', 'required'].includes(choice) ? undefined : fault('invalid value', 'tool_choice');
  }
  const { type, function: chosen } = choice as { type?: string; function?: { name?: string } };
  const isThere = tools.some((tool) => tool.type === 'function' && tool.function.name === chosen?.name);
  return type !== 'function' || isThere ? undefined : fault('not found in tools', 'tool_choice.function.name');
}
