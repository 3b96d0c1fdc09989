import type { Policy } from '../policy.ts';

/** What its dialect does not say itself (platform.claude.com, Messages): one answer a call, no stop at "\\n" alone. */
export const ANTHROPIC = {
  omit: ['n'],
  refusesBlankStop: true,
} as const satisfies Policy;
