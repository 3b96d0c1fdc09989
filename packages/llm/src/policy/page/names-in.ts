import type { ParameterName, Policy, PolicyRules } from '../policy.ts';

/** Every parameter that some policy speaks of, in the order of the alphabet. */
export function namesIn(policies: readonly Policy[]): ParameterName[] {
  const names = policies.flatMap((policy) => [
    ...(policy.takes ?? []),
    ...(Array.isArray(policy.unverified) ? (policy.unverified as ParameterName[]) : []),
    ...[policy, ...(policy.models ?? [])].flatMap(namesInRules),
  ]);
  return [...new Set(names)].sort();
}

/** What a set of rules says something about. */
export function namesInRules({ omit = [], rename, bounds, values, most }: PolicyRules): ParameterName[] {
  const maps = [rename, bounds, values, most].flatMap((map) => Object.keys(map ?? {}) as ParameterName[]);
  return [...new Set([...omit, ...maps])];
}
