import { codePointCount } from './code-point-count.ts';
import { type Finding, wrong } from './finding.ts';
import { type FormatName, FORMAT_NAMES, formats } from './formats.ts';
import type { Rule } from './rule.ts';

export interface TextLimits {
  /** In Unicode code points, as JSON Schema counts. */
  minLength?: number;
  maxLength?: number;
  /** A regular expression, searched for anywhere in the text. */
  pattern?: string;
  format?: FormatName;
}

/** A string within limits. */
export function text(limits: TextLimits = {}): Rule {
  const pattern = limits.pattern === undefined ? undefined : new RegExp(limits.pattern, 'u');
  return {
    types: ['string'],
    check: (value) => {
      if (typeof value !== 'string') return wrong('must be a string');
      return [
        ...lengthFindings(value, limits),
        ...(pattern && !pattern.test(value) ? wrong(`must match the pattern ${limits.pattern}`) : []),
        ...(limits.format && !formats[limits.format](value) ? wrong(`must be ${FORMAT_NAMES[limits.format]}`) : []),
      ];
    },
  };
}

function lengthFindings(value: string, { minLength = 0, maxLength = Infinity }: TextLimits): Finding[] {
  const length = codePointCount(value);
  if (length < minLength) {
    return wrong(minLength === 1 ? 'must not be empty' : `must have at least ${minLength} characters`);
  }
  if (length > maxLength) return wrong(`must have at most ${maxLength} characters`);
  return [];
}
