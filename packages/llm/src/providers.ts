import type { OpenAiParameters } from '@groundwire/client';
import type { LlmProvider, ParameterName } from './types.ts';

// A Record, so that a new parameter of OpenAI's does not compile until somebody decided who else gets it.
const NEW_AT_OPENAI = Object.keys({
  store: true,
  verbosity: true,
  safety_identifier: true,
  prompt_cache_key: true,
  prompt_cache_retention: true,
  prompt_cache_options: true,
  moderation: true,
} satisfies Record<keyof OpenAiParameters, true>) as (keyof OpenAiParameters)[];

const OPENAI_ONLY = [
  ...NEW_AT_OPENAI,
  'audio',
  'metadata',
  'modalities',
  'prediction',
  'service_tier',
  'web_search_options',
] as const satisfies readonly ParameterName[];

const LOGPROBS = ['logprobs', 'top_logprobs'] as const satisfies readonly ParameterName[];
const OLD_TOKEN_LIMIT = { max_completion_tokens: 'max_tokens' } as const;

const UNKNOWN_TO_MISTRAL = [
  ...NEW_AT_OPENAI,
  ...LOGPROBS,
  'audio',
  'logit_bias',
  'modalities',
  'service_tier',
  'stream_options',
  'user',
  'web_search_options',
] as const satisfies readonly ParameterName[];

/**
 * Every provider: its address and what it does not take. Read on 2026-11-22 from the vendors' contracts or pages;
 * Together, OpenRouter, xAI, Fireworks and LM Studio were not read closely, so their entries are the cautious ones.
 */
const table = {
  local: { dialect: 'extractive', models: ['extractive'] },
  openai: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.openai.com/v1',
    apiKeyEnv: 'OPENAI_API_KEY',
    omitMessageFields: ['reasoning_content'],
  },
  // Answers 400 to logit_bias, logprobs, n > 1 and any `name` (console.groq.com/docs/openai). Its tiers have other names.
  groq: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.groq.com/openai/v1',
    apiKeyEnv: 'GROQ_API_KEY',
    omit: [...OPENAI_ONLY, ...LOGPROBS, 'logit_bias', 'n'],
    omitMessageFields: ['name', 'reasoning_content', 'refusal'],
  },
  // Closes every object: 422 for unknown names (Mistral's OpenAPI). Usage comes unasked. Its tiers have other names.
  mistral: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.mistral.ai/v1',
    apiKeyEnv: 'MISTRAL_API_KEY',
    omit: UNKNOWN_TO_MISTRAL,
    rename: { ...OLD_TOKEN_LIMIT, seed: 'random_seed' },
    omitMessageFields: ['name', 'reasoning_content', 'refusal'],
  },
  // Wants `reasoning_content` of tool turns back (api-docs.deepseek.com/guides/thinking_mode).
  deepseek: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.deepseek.com',
    apiKeyEnv: 'DEEPSEEK_API_KEY',
    omit: [...OPENAI_ONLY, 'logit_bias', 'n', 'parallel_tool_calls', 'seed'],
    rename: { ...OLD_TOKEN_LIMIT, user: 'user_id' },
    omitMessageFields: ['refusal'],
  },
  together: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.together.xyz/v1',
    apiKeyEnv: 'TOGETHER_API_KEY',
    omit: OPENAI_ONLY,
    rename: OLD_TOKEN_LIMIT,
    omitMessageFields: ['reasoning_content', 'refusal'],
  },
  openrouter: {
    dialect: 'openai-chat',
    baseUrl: 'https://openrouter.ai/api/v1',
    apiKeyEnv: 'OPENROUTER_API_KEY',
    omit: NEW_AT_OPENAI,
    omitMessageFields: ['reasoning_content', 'refusal'],
  },
  xai: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.x.ai/v1',
    apiKeyEnv: 'XAI_API_KEY',
    omit: [...OPENAI_ONLY, 'logit_bias'],
    omitMessageFields: ['reasoning_content', 'refusal'],
  },
  fireworks: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.fireworks.ai/inference/v1',
    apiKeyEnv: 'FIREWORKS_API_KEY',
    omit: OPENAI_ONLY,
    rename: OLD_TOKEN_LIMIT,
    omitMessageFields: ['reasoning_content', 'refusal'],
  },
  // Its list of parameters is not published: seed and the penalties are reported to be refused.
  gemini: {
    dialect: 'openai-chat',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai',
    apiKeyEnv: 'GEMINI_API_KEY',
    omit: [...OPENAI_ONLY, ...LOGPROBS, 'frequency_penalty', 'logit_bias', 'presence_penalty', 'seed', 'user'],
    omitMessageFields: ['reasoning_content', 'refusal'],
  },
  cohere: {
    dialect: 'openai-chat',
    baseUrl: 'https://api.cohere.ai/compatibility/v1',
    apiKeyEnv: 'COHERE_API_KEY',
    omit: [...OPENAI_ONLY, ...LOGPROBS, 'logit_bias', 'n', 'parallel_tool_calls', 'tool_choice', 'user'],
    rename: OLD_TOKEN_LIMIT,
    omitMessageFields: ['reasoning_content', 'refusal'],
  },
  // Ignores what it does not know, max_completion_tokens included (openai/openai.go at fb307609).
  ollama: {
    dialect: 'openai-chat',
    baseUrl: 'http://127.0.0.1:11434/v1',
    omit: [...OPENAI_ONLY, 'logit_bias', 'n', 'parallel_tool_calls', 'tool_choice', 'user'],
    rename: OLD_TOKEN_LIMIT,
    omitMessageFields: ['reasoning_content', 'refusal'],
  },
  vllm: {
    dialect: 'openai-chat',
    baseUrl: 'http://127.0.0.1:8000/v1',
    omit: [...OPENAI_ONLY, 'user'],
    omitMessageFields: ['refusal'],
  },
  lmstudio: {
    dialect: 'openai-chat',
    baseUrl: 'http://127.0.0.1:1234/v1',
    omit: [...OPENAI_ONLY, 'user'],
    rename: OLD_TOKEN_LIMIT,
    omitMessageFields: ['refusal'],
  },
  custom: {
    dialect: 'openai-chat',
    baseUrlEnv: 'CUSTOM_BASE_URL',
    omit: OPENAI_ONLY,
    rename: OLD_TOKEN_LIMIT,
    omitMessageFields: ['reasoning_content', 'refusal'],
  },
} as const satisfies Record<string, LlmProvider>;

export type LlmProviderId = keyof typeof table;

export const llmProviders: Readonly<Record<LlmProviderId, LlmProvider>> = table;
