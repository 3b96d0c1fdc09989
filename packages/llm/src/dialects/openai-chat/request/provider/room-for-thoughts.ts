import type { CallParameters } from '../../../../types.ts';
import type { Draft } from '../draft.ts';

type Effort = NonNullable<CallParameters['reasoning_effort']>;

/** Google's published budgets of its efforts, but for `low`, whose 1024 leave little in practice. */
const ROOM: Readonly<Record<Effort, number>> = {
  none: 0,
  minimal: 1_024,
  low: 4_096,
  medium: 8_192,
  high: 24_576,
  xhigh: 24_576,
};

/** How many tokens thinking may take on top of the answer. A model that is told nothing makes a medium effort. */
export function roomFor(effort: Effort = 'medium'): number {
  return ROOM[effort];
}

/**
 * Thoughts count towards the limit: our default of 100 tokens would give a model that thinks an empty answer. A caller's
 * own limit is left alone. Runs when it is clear whether the model thinks.
 */
export function leaveRoomForThoughts(draft: Draft): void {
  const { max_tokens: limit } = draft.parameters;
  if (!draft.hasDefaultLimit || limit === undefined) return;
  const room = thoughtTokens(draft);
  if (room === 0) return;
  draft.change('max_tokens', limit + room, 'Thinking counts towards the limit.', 'raised', draft.providerId);
}

function thoughtTokens({ parameters, policy, extras }: Draft): number {
  // A budget has had its room already.
  if ('extra_body' in extras || 'thinking_token_budget' in extras) return 0;
  const { reasoning_effort: effort } = parameters;
  const switched = (extras['thinking'] as { type?: string } | undefined)?.type;
  const isOn = switched === undefined ? policy.reasons === true || effort !== undefined : switched === 'enabled';
  return isOn ? roomFor(effort) : 0;
}
