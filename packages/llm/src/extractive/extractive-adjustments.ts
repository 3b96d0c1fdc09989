import type { Adjustment } from '@groundwire/client';
import { asksForNothing } from '../policy/asks-for-nothing.ts';
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

/** What it does anyway, and a model may not. */
const SATISFIED: Partial<Record<ParameterName, string>> = {
  tool_choice: 'none',
  function_call: 'none',
  reasoning_effort: 'none',
};

/** One adjustment for each parameter of the call that the extractive answerer cannot carry out. */
export function extractiveAdjustments({ parameters }: ModelCall): Adjustment[] {
  return Object.entries<unknown>(parameters)
    .filter(([parameter, value]) => value !== undefined && !EXECUTED.has(parameter))
    .filter(([parameter, value]) => SATISFIED[parameter as ParameterName] !== value)
    .filter(([parameter, value]) => !asksForNothing(parameter as ParameterName, value, parameters))
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
