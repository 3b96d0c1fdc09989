import type { Adjustment } from '@groundwire/client';
import type { ModelCall, ParameterName } from '../types.ts';

/** The extractive answerer's id in the provider table. */
export const EXTRACTIVE_PROVIDER = 'local';

const EXECUTED: ReadonlySet<string> = new Set<ParameterName>([
  'stream',
  'stream_options',
  'max_tokens',
  'max_completion_tokens',
  'stop',
]);

/** Values that ask for nothing but what it does anyway. */
const SATISFIED: Partial<Record<ParameterName, (value: unknown) => boolean>> = {
  n: (value) => value === 1,
  logprobs: (value) => value === false,
  response_format: (value) => (value as { type?: unknown }).type === 'text',
  modalities: (value) => Array.isArray(value) && value.every((modality) => modality === 'text'),
  tool_choice: (value) => value === 'none',
  function_call: (value) => value === 'none',
  reasoning_effort: (value) => value === 'none',
};

/** One adjustment for each parameter of the call that the extractive answerer cannot carry out. */
export function extractiveAdjustments({ parameters }: ModelCall): Adjustment[] {
  return Object.entries<unknown>(parameters)
    .filter(([parameter, value]) => value !== undefined && !EXECUTED.has(parameter))
    .filter(([parameter, value]) => SATISFIED[parameter as ParameterName]?.(value) !== true)
    .map(([parameter, from]) => (parameter === 'n' ? clampedToOne(from) : notExecuted(parameter, from)));
}

function clampedToOne(from: unknown): Adjustment {
  const reason = 'local/extractive always gives the same answer, so it gives it once.';
  return { parameter: 'n', action: 'clamped', from, to: 1, reason, provider: EXTRACTIVE_PROVIDER };
}

function notExecuted(parameter: string, from: unknown): Adjustment {
  const reason = 'local/extractive quotes passages; it is no language model and has no such setting.';
  return { parameter, action: 'not_executed', from, reason, provider: EXTRACTIVE_PROVIDER };
}
