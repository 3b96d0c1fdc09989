import { takes } from '../../../../policy/takes.ts';
import type { Draft } from '../draft.ts';

/** Of our own making. A vendor's own limit may be higher. */
const MOST_CALLS = 16;

/** `n` where the vendor has none, or less: as many calls. Throws `LlmError` (`unsupported`) for too many of them. */
export function askSeveralTimes(draft: Draft): void {
  const { parameters, policy, providerId: provider } = draft;
  const { n = 1 } = parameters;
  const most = takes(policy, 'n') ? (policy.bounds?.n?.[1] ?? Infinity) : 1;
  if (n <= most) return;
  if (n > MOST_CALLS) throw draft.refusal('n', `At most ${Math.max(most, MOST_CALLS)} answers can be had.`);
  draft.calls = n;
  const reason = 'The provider gives fewer answers a call: it is asked once for each, at the same time.';
  draft.report({ parameter: 'n', action: 'translated', from: n, to: { calls: n }, reason, provider });
  delete parameters.n;
  countSeedOn(draft);
}

function countSeedOn(draft: Draft): void {
  const { seed } = draft.parameters;
  if (seed === undefined || !takes(draft.policy, 'seed')) return;
  const reason = 'It counts on from call to call: equal seeds would give equal answers.';
  const to = { first: seed, last: seed + draft.calls - 1 };
  draft.report({ parameter: 'seed', action: 'translated', from: seed, to, reason, provider: draft.providerId });
}
