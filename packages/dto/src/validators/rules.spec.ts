import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { makeOracle, type RawSchema } from '../testing/contract.ts';
import { inspect } from './inspect.ts';
import {
  AtLeastOneOf,
  boolean,
  either,
  Is,
  list,
  map,
  MayBeAbsent,
  nothing,
  number,
  object,
  oneOf,
  OnlyKnownFields,
  tagged,
  text,
} from './index.ts';
import type { Rule } from './rules/rule.ts';

@AtLeastOneOf(['name', 'title'])
@OnlyKnownFields()
class Person {
  @MayBeAbsent()
  @Is(text({ minLength: 1 }))
  name?: string;

  @MayBeAbsent()
  @Is(either(text(), nothing()))
  title?: string | null;

  @MayBeAbsent()
  @Is(list(object(() => Person)))
  children?: Person[];
}

class Cat {
  @Is(oneOf(['cat']))
  kind!: 'cat';

  @Is(boolean())
  purrs!: boolean;
}

const person: RawSchema = {
  type: 'object',
  anyOf: [{ required: ['name'] }, { required: ['title'] }],
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 1 },
    title: { type: ['string', 'null'] },
    children: { type: 'array', items: { $ref: '#/components/schemas/Rule' } },
  },
};
const cat: RawSchema = {
  type: 'object',
  required: ['kind', 'purrs'],
  properties: { kind: { const: 'cat' }, purrs: { type: 'boolean' } },
};

const TEXTS = ['', 'a', 'Ab', '😀', '😀😀', '\ud83d', 'é', '\u2764\ufe0f', 'abc'];
const UUIDS = [
  '0198c0de-5f3a-7cc1-9c52-0d5e8f0a1b2c',
  '00000000-0000-0000-0000-000000000000',
  '0198C0DE-5F3A-7CC1-9C52-0D5E8F0A1B2C',
];
const URIS = ['https://a.b/c?d#e', 'data:text/plain,hello', 'urn:uuid:1', '/relative', 'no uri', 'mailto:a@b'];
const TIMES = [
  '2026-11-22T12:00:00Z',
  '2026-11-22t12:00:00.5+01:00',
  '2026-02-30T12:00:00Z',
  '2016-12-31T23:59:60Z',
  '2026-11-22',
];
const NUMBERS = [-1, 0, 0.5, 1, 2, Infinity, -0, 2e15];
const OTHERS = [
  null,
  true,
  false,
  [],
  {},
  [null],
  [1],
  [1, 2],
  [1, 'a'],
  { kind: 'cat' },
  { kind: 'cat', purrs: true },
  { kind: 'dog' },
  { name: 'A' },
];
const PEOPLE = [
  { title: null },
  { name: '' },
  { name: null, title: 'A' },
  { nme: 'A', name: 'A' },
  { constructor: 1, name: 'A' },
  { toString: 1, name: 'A' },
  JSON.parse('{"name":"A","__proto__":1}'),
  { name: 'A', children: [{ name: 'B', children: [{ title: 'C' }] }] },
  { name: 'A', children: [{ name: 'B', children: [{ title: 5 }] }] },
];
const ALL: unknown[] = [...TEXTS, ...UUIDS, ...URIS, ...TIMES, ...NUMBERS, ...OTHERS, ...PEOPLE];

describe('the rules', () => {
  it.each<[string, Rule, RawSchema]>([
    ['text', text(), { type: 'string' }],
    ['text of some length', text({ minLength: 2, maxLength: 2 }), { type: 'string', minLength: 2, maxLength: 2 }],
    ['text with a pattern', text({ pattern: '^[A-Z😀]' }), { type: 'string', pattern: '^[A-Z😀]' } as RawSchema],
    ['a UUID', text({ format: 'uuid' }), { type: 'string', format: 'uuid' }],
    ['a URI', text({ format: 'uri' }), { type: 'string', format: 'uri' }],
    ['a date and time', text({ format: 'date-time' }), { type: 'string', format: 'date-time' }],
    ['a number', number(), { type: 'number' }],
    ['an integer', number({ integer: true, minimum: 0, maximum: 1 }), { type: 'integer', minimum: 0, maximum: 1 }],
    [
      'an open interval',
      number({ exclusiveMinimum: 0, exclusiveMaximum: 2 }),
      { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 2 } as RawSchema,
    ],
    ['a boolean', boolean(), { type: 'boolean' }],
    ['null', nothing(), { type: 'null' }],
    ['a choice', oneOf(['a', 1, null, true]), { enum: ['a', 1, null, true] }],
    ['a list', list(), { type: 'array' }],
    [
      'a list of a size',
      list(number(), { minItems: 1, maxItems: 1 }),
      { type: 'array', items: { type: 'number' }, minItems: 1, maxItems: 1 },
    ],
    ['a map', map(), { type: 'object' }],
    [
      'a map of texts with short keys',
      map(text(), text({ maxLength: 4 })),
      { type: 'object', additionalProperties: { type: 'string' }, propertyNames: { maxLength: 4 } },
    ],
    [
      'a union',
      either(text({ minLength: 1 }), list(text()), nothing()),
      { oneOf: [{ type: 'string', minLength: 1 }, { type: 'array', items: { type: 'string' } }, { type: 'null' }] },
    ],
    ['a class', object(() => Person), person],
    ['a tagged class', tagged('kind', () => ({ cat: Cat })), { type: 'object', oneOf: [cat] }],
  ])('judge %s as JSON Schema does', (_what, rule, schema) => {
    const judge = makeOracle({ Rule: schema })('Rule');
    const verdicts = ALL.map((value) => [value, rule.check(value).length === 0]);
    expect(verdicts).toEqual(ALL.map((value) => [value, judge(value)]));
    expect(new Set(verdicts.map(([, verdict]) => verdict)).size).toBe(2);
  });

  it('locate what is wrong at any depth', () => {
    const value = { name: 'A', age: 5, children: [{ name: 'B' }, { children: [{ title: 5 }] }] };
    expect(inspect(Person, value)).toEqual(
      expect.arrayContaining([
        { path: ['age'], problem: 'is not a known field' },
        { path: ['children', '1'], problem: 'must have at least one of: name, title' },
        { path: ['children', '1', 'children', '0', 'title'], problem: 'must be a string or null' },
      ]),
    );
  });

  it('let no field of the body choose the class that is checked', () => {
    class Free {}
    expect(inspect(Person, { name: 5, constructor: Free })).not.toEqual([]);
  });

  it('also work where class-validator and class-transformer are used as usual', () => {
    const [error] = validateSync(plainToInstance(Person, { name: '' }));
    expect(error?.constraints).toEqual({ is: 'name must not be empty' });
    expect(validateSync(plainToInstance(Person, { name: 'A' }))).toEqual([]);
  });
});
