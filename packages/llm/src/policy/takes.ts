import type { ParameterName, Policy } from './policy.ts';

/** Whether a parameter may be sent at all. */
export function takes({ takes: taken, omit = [] }: Policy, name: ParameterName): boolean {
  return (taken === undefined || taken.includes(name)) && !omit.includes(name);
}
