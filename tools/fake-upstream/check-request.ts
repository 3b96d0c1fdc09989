/** The body of a chat completion, as far as this server looks at it. */
export interface ChatBody extends Record<string, unknown> {
  model: string;
  n?: number;
  messages: { role: string; content?: unknown; tool_calls?: unknown }[];
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  tools?: { type: string; function: { name: string } }[];
}

interface Fault {
  message: string;
  param: string | null;
}

type Rule = (body: ChatBody) => Fault | undefined;

// From OpenAI's OpenAPI 2.3.0, by hand: it must not be derived from the contract that it checks.
const FIELDS = new Set(
  (
    'audio frequency_penalty function_call functions logit_bias logprobs max_completion_tokens max_tokens messages ' +
    'metadata modalities model moderation n parallel_tool_calls prediction presence_penalty prompt_cache_key ' +
    'prompt_cache_options prompt_cache_retention reasoning_effort response_format safety_identifier seed service_tier ' +
    'stop store stream stream_options temperature tool_choice tools top_logprobs top_p user verbosity web_search_options'
  ).split(' '),
);
const MESSAGE_FIELDS = new Set([
  'role',
  'content',
  'name',
  'tool_calls',
  'tool_call_id',
  'function_call',
  'refusal',
  'audio',
]);
const ROLES = new Set(['system', 'developer', 'user', 'assistant', 'tool', 'function']);

const RULES: readonly Rule[] = [
  (body) => unknownField(Object.keys(body), FIELDS),
  ({ model }) => (typeof model === 'string' ? undefined : fault('you must provide a model parameter', 'model')),
  ({ messages }) => (Array.isArray(messages) && messages.length > 0 ? undefined : fault('empty array', 'messages')),
  ({ messages }) => messages.map(messageFault).find((found) => found !== undefined),
  ({ stream, stream_options }) =>
    stream_options === undefined || stream === true
      ? undefined
      : fault("only allowed when 'stream' is enabled", 'stream_options'),
  ({ tools }) => (tools?.length === 0 ? fault('empty array', 'tools') : undefined),
  ({ tools, tool_choice }) =>
    tool_choice === undefined || tools ? undefined : fault("only with 'tools'", 'tool_choice'),
  ({ tools, parallel_tool_calls: parallel }) =>
    parallel === undefined || tools ? undefined : fault("only with 'tools'", 'parallel_tool_calls'),
  ({ tool_choice: choice }) =>
    typeof choice === 'string' && !['auto', 'none', 'required'].includes(choice)
      ? fault('invalid value', 'tool_choice')
      : undefined,
  ({ max_tokens, max_completion_tokens }) =>
    max_tokens !== undefined && max_completion_tokens !== undefined
      ? fault('set only one of both', 'max_tokens')
      : undefined,
  ({ top_logprobs, logprobs }) =>
    top_logprobs !== undefined && logprobs !== true ? fault("'logprobs' must be true", 'top_logprobs') : undefined,
  ({ n = 1 }) => (Number.isInteger(n) && n >= 1 && n <= 128 ? undefined : fault('1 to 128', 'n')),
  ({ metadata }) => (Array.isArray(metadata) ? fault('expected an object', 'metadata') : undefined),
  ({ stop }) =>
    Array.isArray(stop) && (stop.length === 0 || stop.length > 4) ? fault('1 to 4 entries', 'stop') : undefined,
  ({ logit_bias }) =>
    Object.values(logit_bias ?? {}).every((bias) => Number.isInteger(bias) && Math.abs(bias as number) <= 100)
      ? undefined
      : fault('integers from -100 to 100', 'logit_bias'),
  ({ response_format: format }) =>
    format === undefined ? undefined : unknownField(Object.keys(format as object), new Set(['type', 'json_schema'])),
];

/** The first thing that OpenAI would answer 400 to, or undefined. */
export function checkRequest(body: ChatBody): Fault | undefined {
  for (const rule of RULES) {
    const found = rule(body);
    if (found !== undefined) return found;
  }
  return undefined;
}

function messageFault(message: ChatBody['messages'][number], index: number): Fault | undefined {
  if (!ROLES.has(message.role)) return fault('invalid role', `messages[${index}].role`);
  if (message.content === undefined && message.tool_calls === undefined) {
    return fault('missing', `messages[${index}].content`);
  }
  return unknownField(Object.keys(message), MESSAGE_FIELDS);
}

function unknownField(names: string[], known: ReadonlySet<string>): Fault | undefined {
  const unknown = names.find((name) => !known.has(name));
  return unknown === undefined
    ? undefined
    : { message: `Unrecognized request argument supplied: ${unknown}`, param: null };
}

function fault(message: string, param: string): Fault {
  return { message: `Invalid '${param}': ${message}.`, param };
}
