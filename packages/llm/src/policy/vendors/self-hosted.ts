import { BASIC, LOGPROBS, OLD_TOKEN_LIMIT, OPENAI_ONLY, PENALTIES, REASONING_MODELS } from '../parameter-sets.ts';
import type { Policy } from '../policy.ts';

/** openai/openai.go at fb307609: it ignores what it does not know, max_completion_tokens included, and downloads nothing. */
export const OLLAMA = {
  takes: [...BASIC, ...LOGPROBS, ...PENALTIES, 'seed', 'stream_options'],
  rename: OLD_TOKEN_LIMIT,
  thinking: 'reasoning_effort',
  toolChoice: 'narrowed',
  images: 'data',
  messageFields: ['name'],
  models: [{ pattern: REASONING_MODELS, reasons: true }],
} as const satisfies Policy;

/** chat_completion/protocol.py at 002032ee. Newer servers take further parameters, so it is told what it ignores. */
export const VLLM = {
  omit: [...OPENAI_ONLY, 'user'],
  thinking: 'thinking_token_budget',
  messageFields: ['name', 'reasoning_content'],
  models: [{ pattern: REASONING_MODELS, reasons: true }],
} as const satisfies Policy;

/** tools/server/README.md at 00dc8057; it takes a schema in both forms. */
export const LLAMA_CPP = {
  omit: [...OPENAI_ONLY, 'user'],
  thinking: 'reasoning_effort',
  schema: 'either',
  messageFields: ['name', 'reasoning_content'],
  models: [{ pattern: REASONING_MODELS, reasons: true }],
} as const satisfies Policy;

export const LM_STUDIO = {
  omit: [...OPENAI_ONLY, 'user'],
  rename: OLD_TOKEN_LIMIT,
  messageFields: ['name', 'reasoning_content'],
  models: [{ pattern: REASONING_MODELS, reasons: true }],
  unverified: 'everything',
} as const satisfies Policy;
