import { NEW_AT_OPENAI, OLD_TOKEN_LIMIT, OPENAI_ONLY, REASONING_MODELS } from '../parameter-sets.ts';
import type { Policy } from '../policy.ts';

/** For servers that call themselves compatible and were not read closely. */
export const CAUTIOUS = {
  omit: OPENAI_ONLY,
  rename: OLD_TOKEN_LIMIT,
  messageFields: ['name'],
  models: [{ pattern: REASONING_MODELS, reasons: true }],
  unverified: 'everything',
} as const satisfies Policy;

export const OPEN_ROUTER = {
  omit: NEW_AT_OPENAI,
  thinking: 'reasoning_effort',
  messageFields: ['name'],
  models: [{ pattern: REASONING_MODELS, reasons: true }],
  unverified: 'everything',
} as const satisfies Policy;

export const XAI = {
  omit: [...OPENAI_ONLY, 'logit_bias'],
  messageFields: ['name'],
  models: [{ pattern: REASONING_MODELS, reasons: true }],
  unverified: 'everything',
} as const satisfies Policy;
