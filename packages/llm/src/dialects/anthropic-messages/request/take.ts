import { changesMeaning } from '../../../policy/changes-meaning.ts';
import type { CallParameters, ParameterName } from '../../../types.ts';
import type { Draft } from '../../openai-chat/request/draft.ts';

const SAMPLING: readonly ParameterName[] = ['temperature', 'top_p'];

/** Takes a parameter out of the draft, to be sent. What nobody took is dropped in the end: a whitelist. */
export function take<Name extends ParameterName>(draft: Draft, name: Name): CallParameters[Name] {
  const value = draft.parameters[name];
  delete draft.parameters[name];
  return value;
}

/** Drops what no step took. Throws `LlmError` (`unsupported`) when that would change the answer's meaning. */
export function dropTheRest(draft: Draft): void {
  for (const name of Object.keys(draft.parameters) as ParameterName[]) {
    const value = draft.parameters[name];
    if (value === undefined) continue;
    if (changesMeaning(name, value, draft.parameters)) throw draft.refusal(name);
    const reason = SAMPLING.includes(name)
      ? 'API version 2026-10-21 has no sampling parameters.'
      : 'The provider does not take it.';
    draft.drop(name, reason, draft.providerId);
  }
}
