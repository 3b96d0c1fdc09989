import { LlmError } from '../../../llm-error.ts';

/** The place of a message in the caller's list, as an error names it. */
export const placeOf = (index: number): string => `messages[${index}]`;

/** A message that this wire cannot carry (`unsupported`), or that nobody could understand (`invalid_request`). */
export function refuse(param: string, why: string, kind: 'unsupported' | 'invalid_request' = 'unsupported'): LlmError {
  return new LlmError(kind, `\`${param}\` ${why}.`, { param });
}
