import type { ModelRules, Policy } from './policy.ts';

const ANYTHING: Policy = {};

/** What holds for one model of a provider. */
export function policyOf(policy: Policy | undefined, model: string): Policy {
  const { models = [], ...rules } = policy ?? ANYTHING;
  return models.filter(({ pattern }) => pattern.test(model)).reduce(overlay, rules);
}

function overlay(policy: Policy, rules: ModelRules): Policy {
  return {
    ...policy,
    ...rules,
    omit: [...(policy.omit ?? []), ...(rules.omit ?? [])],
    rename: { ...policy.rename, ...rules.rename },
    bounds: { ...policy.bounds, ...rules.bounds },
    values: { ...policy.values, ...rules.values },
    most: { ...policy.most, ...rules.most },
  };
}
