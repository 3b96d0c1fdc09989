import { conversationFault } from './check-conversation.ts';
import { modelFault } from './check-model.ts';
import { lostThinkingFault } from './check-thinking.ts';
import type { Fault, MessagesBody } from './messages-body.ts';

// From the types of @anthropic-ai/sdk 1.12.0 and the documentation, by hand: it must not be derived from what it checks.
const FIELDS = new Set(
  (
    'cache_control container diagnostics inference_geo max_tokens messages metadata model output_config service_tier ' +
    'speed stop_sequences stream system thinking tool_choice tools'
  ).split(' '),
);
const TOOL_FIELDS = new Set(
  (
    'allowed_callers cache_control defer_loading description eager_input_streaming input_examples input_schema name ' +
    'strict type'
  ).split(' '),
);
const TOOL_NAME = /^[a-zA-Z0-9_-]{1,128}$/;
const SAMPLING = ['temperature', 'top_p', 'top_k'];
const THINKING_TYPES = ['enabled', 'disabled', 'adaptive', 'between_tools'];
const DATA = ['const', 'default', 'enum', 'examples'];
const EFFORTS = ['low', 'medium', 'high', 'xhigh', 'max'];

type Rule = (body: MessagesBody) => Fault;

const RULES: readonly Rule[] = [
  (body) => {
    const removed = SAMPLING.find((name) => name in body);
    return removed && `${removed}: This field was removed in API version 2026-10-21.`;
  },
  (body) => {
    const unknown = Object.keys(body).find((name) => !FIELDS.has(name));
    return unknown && `${unknown}: Extra inputs are not permitted`;
  },
  ({ model }) => (typeof model === 'string' ? undefined : 'model: Field required'),
  ({ max_tokens: limit }) => (Number.isInteger(limit) ? undefined : 'max_tokens: Field required'),
  ({ max_tokens: limit = 0 }) => (limit > 0 ? undefined : 'max_tokens: Input should be greater than or equal to 1'),
  ({ thinking, max_tokens: limit = 0 }) => thinkingFault(thinking, limit),
  ({ stop_sequences: stops = [] }) =>
    stops.some((stop) => stop.trim() === '')
      ? 'stop_sequences: each stop sequence must contain non-whitespace'
      : undefined,
  ({ tools = [] }) => tools.map(toolFault).find((fault) => fault !== undefined),
  toolChoiceFault,
  ({ output_config: output = {} }) => outputFault(output),
  ({ service_tier: tier = 'auto' }) =>
    tier === 'auto' || tier === 'standard_only' ? undefined : "service_tier: Input should be 'auto' or 'standard_only'",
  ({ metadata }) => {
    const unknown = Object.keys(metadata ?? {}).find((name) => name !== 'user_id');
    if (unknown !== undefined) return `metadata.${unknown}: Extra inputs are not permitted`;
    const { user_id: user = '' } = metadata ?? {};
    return user.length <= 256 ? undefined : 'metadata.user_id: String should have at most 256 characters';
  },
  ({ system }) =>
    system === undefined || (typeof system === 'string' && system !== '')
      ? undefined
      : 'system: text content blocks must be non-empty',
  ({ messages }) => conversationFault(messages),
  modelFault,
  lostThinkingFault,
];

/** The first thing that Anthropic would answer 400 to, or undefined. */
export function messagesFault(body: MessagesBody): Fault {
  for (const rule of RULES) {
    const fault = rule(body);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function thinkingFault(thinking: MessagesBody['thinking'], limit: number): Fault {
  if (thinking === undefined) return undefined;
  if (!THINKING_TYPES.includes(thinking.type)) return 'thinking.type: Input tag found using type is unknown';
  if (thinking.type !== 'enabled') return undefined;
  const { budget_tokens: budget = 0 } = thinking;
  if (budget < 1_024) return 'thinking.enabled.budget_tokens: Input should be greater than or equal to 1024';
  return budget < limit ? undefined : '`max_tokens` must be greater than `thinking.budget_tokens`.';
}

function toolFault(tool: NonNullable<MessagesBody['tools']>[number], index: number): Fault {
  const { type = 'custom', name, input_schema: schema } = tool;
  if (name === undefined) return 'tools.0.custom.name: Field required';
  const unknown = type === 'custom' ? Object.keys(tool).find((field) => !TOOL_FIELDS.has(field)) : undefined;
  if (unknown !== undefined) return `tools.${index}.custom.${unknown}: Extra inputs are not permitted`;
  if (!TOOL_NAME.test(name)) return `tools.${index}.custom.name: String should match pattern '${TOOL_NAME.source}'`;
  if (type === 'custom' && schema?.type !== 'object') return 'tools.0.custom.input_schema: Field required';
  return undefined;
}

function toolChoiceFault({ tool_choice: choice, tools = [], thinking }: MessagesBody): Fault {
  if (choice === undefined) return undefined;
  if (tools.length === 0) return 'tool_choice: may only be specified while providing tools';
  const isForced = choice.type === 'any' || choice.type === 'tool';
  const isThinking = thinking?.type === 'enabled' || thinking?.type === 'adaptive';
  if (isForced && isThinking) return 'Thinking may not be enabled when tool_choice forces tool use.';
  if (choice.type === 'tool' && !tools.some(({ name }) => name === choice.name)) {
    return `Tool '${choice.name}' not found in provided tools`;
  }
  return isForced || choice.type === 'auto' || choice.type === 'none' ? undefined : 'tool_choice: unknown tag';
}

function outputFault({ effort, format }: NonNullable<MessagesBody['output_config']>): Fault {
  if (effort !== undefined && !EFFORTS.includes(effort)) return 'output_config.effort: unknown value';
  if (format === undefined) return undefined;
  return hasOpenObject(format.schema)
    ? "output_config.format.schema: For 'object' type, 'additionalProperties' must be explicitly set to false"
    : undefined;
}

function hasOpenObject(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { type, additionalProperties: further } = schema as Record<string, unknown>;
  const isOpen = type === 'object' && further !== false;
  return isOpen || Object.entries(schema).some(([key, value]) => !DATA.includes(key) && hasOpenObject(value));
}
