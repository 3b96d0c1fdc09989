import { BASIC, EFFORT_ON_OFF, OLD_TOKEN_LIMIT, PENALTIES } from '../parameter-sets.ts';
import type { Policy } from '../policy.ts';

/**
 * compatibility-api.mdx at e814c8a1; the ranges are those of its native API. Whether names that it lists as unsupported
 * are refused or ignored is not documented, nor whether `stream_options` is taken.
 */
export const COHERE = {
  takes: [...BASIC, ...PENALTIES, 'seed', 'stream_options'],
  rename: OLD_TOKEN_LIMIT,
  bounds: {
    frequency_penalty: [0, 1],
    presence_penalty: [0, 1],
    seed: [0, Infinity],
    temperature: [0, 1],
    top_p: [0.01, 0.99],
  },
  values: { reasoning_effort: EFFORT_ON_OFF },
  most: { stop: 5 },
  thinking: 'reasoning_effort',
  toolChoice: 'narrowed',
  schema: 'json_object',
  images: 'data',
  takesDeveloper: true,
  messageFields: ['name'],
  models: [
    { pattern: /vision/, images: 'any' },
    { pattern: /reasoning/, reasons: true },
  ],
  unverified: ['stream_options'],
} as const satisfies Policy;
