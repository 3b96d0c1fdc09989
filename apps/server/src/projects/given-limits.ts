import type { Limits } from '@groundwire/client';
import { unknownFields } from '@groundwire/dto';
import { Problem } from '../http/problems/problem.ts';

/**
 * Limits as they are stored: null means the same as nothing. `at` is where they stand in the body. Throws a Problem (400)
 * for a name that is none: a misspelt limit would hold nobody back.
 */
export function givenLimits(limits: Limits, at: string): Limits {
  const [unknown] = unknownFields('Limits', limits);
  if (unknown !== undefined) {
    const param = `${at}${unknown.slice(0, 100)}`;
    throw new Problem('invalid_request_error', `${param} is no limit.`, { param });
  }
  return Object.fromEntries(Object.entries(limits).filter(([, limit]) => limit !== null));
}
