import { LlmError } from '../../../llm-error.ts';
import type { CallParameters, ParameterName } from '../../../types.ts';
import type { Draft } from './draft.ts';

type ChangesMeaning = { [Name in ParameterName]?: (value: NonNullable<CallParameters[Name]>) => boolean };

/** Without these an answer would be another one than was asked for: refused, not dropped (wire.md 2.3). */
const CHANGES_MEANING: ChangesMeaning = {
  logprobs: (wanted) => wanted,
  n: (count) => count > 1,
  response_format: ({ type }) => type === 'json_schema',
  tool_choice: (choice) => choice !== 'auto',
  tools: () => true,
  top_logprobs: () => true,
  web_search_options: () => true,
};

/** The provider table's `omit` and `rename`. */
export function applyProviderRules(draft: Draft): void {
  const { parameters, provider, providerId } = draft;
  for (const name of provider.omit ?? []) {
    const value = parameters[name];
    if (value === undefined) continue;
    const changesMeaning = CHANGES_MEANING[name] as ((value: unknown) => boolean) | undefined;
    if (changesMeaning?.(value)) throw refusal(name, providerId);
    draft.drop(name, 'The provider does not take it.', providerId);
  }
  for (const [name, wireName] of Object.entries(provider.rename ?? {}) as [ParameterName, string][]) {
    const value = parameters[name];
    if (value === undefined) continue;
    const reason = `The provider calls it \`${wireName}\`.`;
    draft.report({ parameter: name, action: 'renamed', from: name, to: wireName, reason, provider: providerId });
    draft.renamed[wireName] = value;
    delete parameters[name];
  }
}

function refusal(param: ParameterName, provider: string): LlmError {
  const message = `\`${provider}\` cannot do what \`${param}\` asks for. Leave it out or choose another provider.`;
  return new LlmError('invalid_request', message, { param, provider });
}
