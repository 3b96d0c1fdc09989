import type { ModelParameters } from '@groundwire/client';
import type { CallParameters, ParameterName } from '../types.ts';
import { asksForNothing } from './asks-for-nothing.ts';

/** Without these an answer would be another one than was asked for: refused, not dropped. */
const CHANGES_MEANING: ReadonlySet<ParameterName> = new Set<ParameterName>([
  'logprobs',
  'n',
  'response_format',
  'stop',
  'tool_choice',
  'tools',
  'top_logprobs',
  'web_search_options',
]);

export function changesMeaning(name: ParameterName, value: unknown, parameters: CallParameters): boolean {
  if (!CHANGES_MEANING.has(name) || asksForNothing(name, value, parameters)) return false;
  // Free JSON can be asked for in words.
  return name !== 'response_format' || (value as ModelParameters['response_format'])?.type === 'json_schema';
}

/** Whether some value of it would. */
export function mayChangeMeaning(name: ParameterName): boolean {
  return CHANGES_MEANING.has(name);
}
