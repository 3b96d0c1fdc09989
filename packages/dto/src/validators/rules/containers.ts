import { under, wrong } from './finding.ts';
import { isJsonObject, type Rule } from './rule.ts';
import { anything } from './scalars.ts';

export interface ListLimits {
  minItems?: number;
  maxItems?: number;
}

/** An array whose items all follow one rule. */
export function list(item: Rule = anything(), { minItems = 0, maxItems = Infinity }: ListLimits = {}): Rule {
  return {
    types: ['array'],
    check: (value) => {
      if (!Array.isArray(value)) return wrong('must be an array');
      if (value.length < minItems) {
        return wrong(minItems === 1 ? 'must not be empty' : `must have at least ${minItems} items`);
      }
      if (value.length > maxItems) return wrong(`must have at most ${maxItems} items`);
      return value.flatMap((one, index) => under(index, item.check(one)));
    },
  };
}

/** An object with free keys, whose values all follow one rule, and whose keys may follow one too. */
export function map(value: Rule = anything(), key: Rule = anything()): Rule {
  return {
    types: ['object'],
    check: (whole) => {
      if (!isJsonObject(whole)) return wrong('must be an object');
      return Object.entries(whole).flatMap(([name, one]) => [
        ...key.check(name).map(({ problem }) => ({ path: [name], problem: `is a key that ${problem}` })),
        ...under(name, value.check(one)),
      ]);
    },
  };
}
