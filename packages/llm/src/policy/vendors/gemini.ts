import { BASIC } from '../parameter-sets.ts';
import type { Policy } from '../policy.ts';

/**
 * ai.google.dev/gemini-api/docs/openai and issues: its list of parameters is not published. `seed` and the penalties are
 * reported to be refused (ChatterUI#227, page-assist#418). Thought signatures come and go in `extra_content`; from Gemini
 * 3 on a tool call of the current turn without one is a 400 (ai.google.dev/gemini-api/docs/thought-signatures, 2026-11-26).
 */
export const GEMINI = {
  takes: [...BASIC, 'n', 'parallel_tool_calls', 'stream_options', 'tool_choice'],
  values: { parallel_tool_calls: { false: false } },
  thinking: 'thinking_config',
  thoughts: 'extra_content',
  images: 'data',
  takesDeveloper: true,
  messageFields: ['extra_content', 'name'],
  toolCallFields: ['extra_content'],
  // All but the smallest think by themselves (ai.google.dev/gemini-api/docs/thinking).
  models: [
    { pattern: /^(?:models\/)?gemini-(?:2\.5-(?!flash-lite)|[3-9])/, reasons: true },
    { pattern: /^(?:models\/)?gemini-(?![12][.-])/, lostThoughts: 'excused' },
  ],
  unverified: ['frequency_penalty', 'n', 'parallel_tool_calls', 'presence_penalty', 'seed', 'service_tier', 'user'],
} as const satisfies Policy;
