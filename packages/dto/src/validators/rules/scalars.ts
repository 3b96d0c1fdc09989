import { wrong } from './finding.ts';
import { type JsonType, jsonTypeOf, type Rule } from './rule.ts';

/** Any JSON value. */
export function anything(): Rule {
  return { types: [], check: () => [] };
}

/** `null`. A field that may be null is `either(…, nothing())`. */
export function nothing(): Rule {
  return {
    types: ['null'],
    check: (value) => (value === null ? [] : wrong('must be null')),
  };
}

export function boolean(): Rule {
  return {
    types: ['boolean'],
    check: (value) => (typeof value === 'boolean' ? [] : wrong('must be true or false')),
  };
}

/** One of the listed values: JSON Schema's `enum`, and `const` with one value. */
export function oneOf(values: readonly (string | number | boolean | null)[]): Rule {
  return {
    types: [...new Set(values.map((value) => jsonTypeOf(value) as JsonType))],
    check: (value) => {
      if ((values as readonly unknown[]).includes(value)) return [];
      return wrong(values.length === 1 ? `must be ${values[0]}` : `must be one of: ${values.join(', ')}`);
    },
  };
}
