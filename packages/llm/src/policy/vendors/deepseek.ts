import { BASIC, LOGPROBS, OLD_TOKEN_LIMIT, PENALTIES } from '../parameter-sets.ts';
import type { Policy } from '../policy.ts';

/**
 * api-docs.deepseek.com/guides/thinking_mode, read again on 2026-11-26: it thinks unless told not to, maps the efforts
 * itself, and answers 400 to a request with tools in which a message lacks its `reasoning_content`.
 */
export const DEEPSEEK = {
  takes: [...BASIC, ...LOGPROBS, ...PENALTIES, 'stream_options', 'tool_choice', 'user'],
  rename: { ...OLD_TOKEN_LIMIT, user: 'user_id' },
  thinking: 'type',
  reasons: true,
  thoughts: 'reasoning_content',
  lostThoughts: 'unthinking',
  toolChoice: 'unthinking',
  schema: 'prompt',
  requiresWordJson: true,
  images: 'none',
  messageFields: ['name', 'reasoning_content'],
  models: [{ pattern: /vision|-vl|ocr/, images: 'any' }],
  unverified: ['stop'],
} as const satisfies Policy;
