import { BASIC, EFFORT_ON_OFF, OLD_TOKEN_LIMIT, PENALTIES } from '../parameter-sets.ts';
import type { Policy } from '../policy.ts';

/**
 * Mistral's OpenAPI at 222f4ba9: it closes every object, and answers 422 to unknown names. Usage comes unasked. Only
 * Small 4 and Medium 3.5 can be told how long to think (issue pydantic-ai#5285); Magistral always thinks.
 */
export const MISTRAL = {
  takes: [
    ...BASIC,
    ...PENALTIES,
    'metadata',
    'n',
    'parallel_tool_calls',
    'prediction',
    'seed',
    'service_tier',
    'tool_choice',
  ],
  rename: { ...OLD_TOKEN_LIMIT, seed: 'random_seed' },
  bounds: { seed: [0, Infinity], temperature: [0, 1.5], top_p: [0.01, 1] },
  values: { reasoning_effort: EFFORT_ON_OFF, service_tier: { auto: 'auto', default: 'standard_only' } },
  requiresToolParameters: true,
  requiresWordJson: true,
  messageFields: ['tool.name'],
  nineCharacterIds: true,
  models: [
    { pattern: /^magistral/, reasons: true },
    { pattern: /^mistral-(?:small-(?:latest|2603)|medium-(?:latest|3[.-]5|2604))/, thinking: 'reasoning_effort' },
    { pattern: /^(?!mistral-(?:small-(?:latest|2603)|medium-(?:latest|3[.-]5|2604)))/, omit: ['reasoning_effort'] },
  ],
  unverified: ['reasoning_effort'],
} as const satisfies Policy;
