import type { Adjustment } from '@groundwire/client';
import { Problem } from '../../http/problems/problem.ts';

/** Adjustments that say the same in other words. */
const HARMLESS: readonly Adjustment['action'][] = ['renamed', 'translated'];

/** Throws a Problem (400) that names every parameter which was not carried out as it was given. */
export function refuseChanges(adjustments: readonly Adjustment[]): void {
  const faults = adjustments
    .filter(({ action }) => !HARMLESS.includes(action))
    .map(({ parameter, action, reason }) => ({
      path: parameter,
      message: `${parameter} would be ${action}: ${reason}`,
    }));
  if (faults.length > 0) throw new Problem('unsupported_parameter', faults[0]?.message, { faults });
}
