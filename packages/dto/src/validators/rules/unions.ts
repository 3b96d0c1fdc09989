import { type Finding, under, wrong } from './finding.ts';
import { inspect } from '../inspect.ts';
import { type DtoClass, isJsonObject, type JsonType, jsonTypeOf, type Rule } from './rule.ts';

/** An object that follows a DTO class. The class is named lazily: classes may refer to each other. */
export function object(dto: () => DtoClass): Rule {
  return {
    types: ['object'],
    check: (value) => inspect(dto(), value),
  };
}

/** One of several rules of different JSON types: the value's own type decides which one explains it. */
export function either(...rules: readonly Rule[]): Rule {
  const types = rules.flatMap((rule) => rule.types);
  return {
    types,
    check: (value) => {
      const type = jsonTypeOf(value);
      const fitting = rules.find((rule) => type !== undefined && rule.types.includes(type));
      return fitting ? fitting.check(value) : wrong(`must be ${inWords(types)}`);
    },
  };
}

/** A discriminated union: the value of `tag` names the class. An unknown tag is reported at the tag itself. */
export function tagged(tag: string, members: () => Record<string, DtoClass>): Rule {
  return {
    types: ['object'],
    check: (value): Finding[] => {
      if (!isJsonObject(value)) return wrong('must be an object');
      const name = Object.hasOwn(value, tag) ? value[tag] : undefined;
      if (name === undefined) return under(tag, wrong('is required'));
      const classes = members();
      if (typeof name === 'string' && Object.hasOwn(classes, name)) return inspect(classes[name] as DtoClass, value);
      return under(tag, wrong(`must be one of: ${Object.keys(classes).join(', ')}`));
    },
  };
}

const WORDS: Record<JsonType, string> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
  null: 'null',
};

function inWords(types: readonly JsonType[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format([...new Set(types)].map((type) => WORDS[type]));
}
