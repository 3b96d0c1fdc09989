import { changesMeaning } from '../../../../policy/changes-meaning.ts';
import { takes } from '../../../../policy/takes.ts';
import type { ParameterName } from '../../../../types.ts';
import type { Draft } from '../draft.ts';

/** Leaves out what the provider does not take. Throws `LlmError` (`unsupported`) where that would change the meaning. */
export function dropUntaken(draft: Draft): void {
  for (const [name, value] of given(draft)) {
    if (!takes(draft.policy, name)) dropOrRefuse(draft, name, value, 'The provider does not take it.');
  }
}

/** The policy's `values`, `bounds` and `most`. */
export function fitValues(draft: Draft): void {
  for (const fit of [fitWord, fitNumber, fitSize]) {
    for (const [name, value] of given(draft)) fit(draft, name, value);
  }
}

/** The policy's `rename`: the last change to a parameter. */
export function renameParameters(draft: Draft): void {
  for (const [name, wireName] of Object.entries(draft.policy.rename ?? {}) as [ParameterName, string][]) {
    const value = draft.parameters[name];
    if (value === undefined) continue;
    draft.send(name, { [wireName]: value }, 'renamed', `The provider calls it \`${wireName}\`.`);
  }
}

function given({ parameters }: Draft): [ParameterName, unknown][] {
  return (Object.entries(parameters) as [ParameterName, unknown][]).filter(([, value]) => value !== undefined);
}

function fitWord(draft: Draft, name: ParameterName, value: unknown): void {
  const words = draft.policy.values?.[name];
  if (words === undefined) return;
  const word = words[String(value)];
  if (word === undefined) return dropOrRefuse(draft, name, value, `It takes only: ${Object.keys(words).join(', ')}.`);
  if (word !== value) replace(draft, name, word, 'translated', `The provider's word for it is \`${word}\`.`);
}

function fitNumber(draft: Draft, name: ParameterName, value: unknown): void {
  const bounds = draft.policy.bounds?.[name];
  if (bounds === undefined || typeof value !== 'number') return;
  const [lowest, highest] = bounds;
  const nearest = Math.min(Math.max(value, lowest), highest);
  if (nearest === value) return;
  if (changesMeaning(name, value, draft.parameters)) throw draft.refusal(name, `It takes ${lowest} to ${highest}.`);
  replace(draft, name, nearest, 'clamped', `The provider takes ${lowest} to ${highest}.`);
}

function fitSize(draft: Draft, name: ParameterName, value: unknown): void {
  const most = draft.policy.most?.[name];
  if (most === undefined || typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  if (entries.length <= most) return;
  if (changesMeaning(name, value, draft.parameters)) throw draft.refusal(name, `It takes at most ${most} of them.`);
  replace(draft, name, Object.fromEntries(entries.slice(0, most)), 'clamped', `The provider takes ${most} of them.`);
}

function replace(
  draft: Draft,
  name: ParameterName,
  to: unknown,
  action: 'translated' | 'clamped',
  reason: string,
): void {
  // The policy's own words stand outside the contract's types.
  draft.change(name, to as never, reason, action, draft.providerId);
}

function dropOrRefuse(draft: Draft, name: ParameterName, value: unknown, reason: string): void {
  if (changesMeaning(name, value, draft.parameters)) throw draft.refusal(name);
  draft.drop(name, reason, draft.providerId);
}
