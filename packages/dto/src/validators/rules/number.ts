import { wrong } from './finding.ts';
import type { Rule } from './rule.ts';

export interface NumberLimits {
  integer?: boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
}

/** A finite number within limits. */
export function number(limits: NumberLimits = {}): Rule {
  return {
    types: ['number'],
    check: (value) => {
      if (limits.integer ? !Number.isInteger(value) : !Number.isFinite(value)) {
        return wrong(limits.integer ? 'must be an integer' : 'must be a number');
      }
      return isWithin(value as number, limits) ? [] : wrong(`must be ${inWords(limits)}`);
    },
  };
}

function isWithin(value: number, limits: NumberLimits): boolean {
  return (
    value >= (limits.minimum ?? -Infinity) &&
    value <= (limits.maximum ?? Infinity) &&
    value > (limits.exclusiveMinimum ?? -Infinity) &&
    value < (limits.exclusiveMaximum ?? Infinity)
  );
}

function inWords({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: NumberLimits): string {
  const words = [
    minimum !== undefined && `at least ${minimum}`,
    exclusiveMinimum !== undefined && `greater than ${exclusiveMinimum}`,
    maximum !== undefined && `at most ${maximum}`,
    exclusiveMaximum !== undefined && `less than ${exclusiveMaximum}`,
  ];
  return words.filter(Boolean).join(' and ');
}
