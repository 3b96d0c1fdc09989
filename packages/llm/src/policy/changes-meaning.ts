import type { ModelParameters } from '@groundwire/client';
import type { ParameterName } from './policy.ts';

type ChangesMeaning = { [Name in keyof ModelParameters]?: (value: NonNullable<ModelParameters[Name]>) => boolean };

/** Without these an answer would be another one than was asked for: refused, not dropped. */
const CHANGES_MEANING: ChangesMeaning = {
  logprobs: (wanted) => wanted,
  n: (count) => count > 1,
  response_format: ({ type }) => type === 'json_schema',
  stop: (texts) => texts.length > 0,
  tool_choice: (choice) => choice !== 'auto',
  tools: () => true,
  top_logprobs: () => true,
  web_search_options: () => true,
};

export function changesMeaning(name: ParameterName, value: unknown): boolean {
  const test = CHANGES_MEANING[name as keyof ModelParameters] as ((value: unknown) => boolean) | undefined;
  return test?.(value) ?? false;
}

/** Whether some value of it would. */
export function mayChangeMeaning(name: ParameterName): boolean {
  return name in CHANGES_MEANING;
}
