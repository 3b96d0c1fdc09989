import { takes } from '../../../../policy/takes.ts';
import type { Draft } from '../draft.ts';

// Each character of an answer is compared once with each text that we look for.
const MOST_OWN_STOPS = 64;
const MOST_CHARACTERS = 1_000;

/**
 * `stop` where the vendor takes fewer texts, not these, or none: it is sent what it takes, and the answer is cut by us at
 * the others. Throws `LlmError` (`unsupported`) for more than we look for.
 */
export function fitStop(draft: Draft): void {
  const { parameters, policy, providerId: provider } = draft;
  const { stop } = parameters;
  if (stop === undefined) return;
  const texts = typeof stop === 'string' ? [stop] : stop;
  const isTaken = (text: string): boolean => policy.refusesBlankStop === undefined || text.trim() !== '';
  const sent = takes(policy, 'stop') ? texts.filter(isTaken).slice(0, policy.most?.stop) : [];
  const own = texts.filter((text) => !sent.includes(text));
  if (own.length === 0) return;
  if (own.length > MOST_OWN_STOPS || own.some(({ length }) => length > MOST_CHARACTERS)) {
    throw draft.refusal('stop', `At most ${MOST_OWN_STOPS} texts of ${MOST_CHARACTERS} characters are looked for.`);
  }
  draft.ownStops = own;
  const reason = 'The provider is sent what it takes; Groundwire itself cuts the answer at the others.';
  draft.report({ parameter: 'stop', action: 'translated', from: texts, to: sent, reason, provider });
  if (sent.length > 0) parameters.stop = sent;
  else delete parameters.stop;
}
