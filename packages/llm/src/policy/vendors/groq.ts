import { BASIC, NEW_TOKEN_LIMIT, PENALTIES, REASONING_MODELS } from '../parameter-sets.ts';
import type { Policy } from '../policy.ts';

/**
 * console.groq.com/docs/openai and groq-sdk 1.6.0: 400 to logit_bias, logprobs, n > 1 and any `name`. The penalties are
 * taken without effect. Its structured outputs exist on some models; the others are told the schema in the prompt.
 */
export const GROQ = {
  takes: [
    ...BASIC,
    ...PENALTIES,
    'parallel_tool_calls',
    'seed',
    'service_tier',
    'stream_options',
    'tool_choice',
    'user',
  ],
  rename: NEW_TOKEN_LIMIT,
  values: { service_tier: { auto: 'auto', default: 'on_demand', flex: 'flex' } },
  most: { stop: 4, tools: 128 },
  schema: 'prompt',
  requiresWordJson: true,
  takesDeveloper: true,
  messageFields: [],
  models: [
    { pattern: /gpt-oss|qwen-?3\.8/, thinking: 'reasoning_effort' },
    { pattern: REASONING_MODELS, reasons: true },
    { pattern: /^(?!.*(?:gpt-oss|qwen-?3\.8))/, omit: ['reasoning_effort'] },
    { pattern: /gpt-oss|llama-4|kimi-k2/, schema: 'json_schema' },
  ],
} as const satisfies Policy;
