import type { CallParameters, ParameterName } from '../../../types.ts';
import type { Draft } from '../../openai-chat/request/draft.ts';

/** Values that ask for what Claude does anyway: nothing is lost without them. */
const NEUTRAL: { readonly [Name in ParameterName]?: CallParameters[Name] } = {
  frequency_penalty: 0,
  logprobs: false,
  n: 1,
  presence_penalty: 0,
  temperature: 1,
  top_p: 1,
};

/** Without these an answer would be another one than was asked for: refused, not dropped. */
const CHANGES_MEANING: readonly ParameterName[] = ['logprobs', 'n', 'top_logprobs'];

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
    if (value === undefined || value === NEUTRAL[name]) continue;
    if (CHANGES_MEANING.includes(name)) throw draft.refusal(name);
    const reason = SAMPLING.includes(name)
      ? 'API version 2026-10-21 has no sampling parameters.'
      : 'The provider does not take it.';
    draft.drop(name, reason, draft.providerId);
  }
}
