import { describe, expect, it } from '@jest/globals';
import { parseFilter } from './parse-filter.ts';

const eq = (key: string, value: unknown) => ({ kind: 'comparison', key, operator: 'eq', value });
const nested = (depth: number): Record<string, unknown> => (depth === 0 ? { a: 1 } : { $not: nested(depth - 1) });

describe('parseFilter', () => {
  it('asks for nothing when it is empty', () => {
    expect(parseFilter({})).toBeUndefined();
  });

  it.each<[string, Record<string, unknown>, unknown]>([
    ['a value', { a: 1 }, eq('a', 1)],
    ['several keys, which all count', { a: 1, b: 'x' }, { kind: 'and', filters: [eq('a', 1), eq('b', 'x')] }],
    ['an object as a whole', { a: { b: 1 } }, eq('a', { b: 1 })],
    ['an empty object', { a: {} }, eq('a', {})],
    ['null', { a: null }, eq('a', null)],
    ['$eq', { a: { $eq: [1] } }, eq('a', [1])],
    ['$ne', { a: { $ne: 1 } }, { kind: 'not', filter: eq('a', 1) }],
    ['$in', { a: { $in: [1, 'x'] } }, { kind: 'comparison', key: 'a', operator: 'in', value: [1, 'x'] }],
    ['$nin', { a: { $nin: [] } }, { kind: 'not', filter: { kind: 'comparison', key: 'a', operator: 'in', value: [] } }],
    ['$exists', { a: { $exists: false } }, { kind: 'comparison', key: 'a', operator: 'exists', value: false }],
    ['$not', { a: { $not: { $eq: 1 } } }, { kind: 'not', filter: eq('a', 1) }],
    [
      'two operators on one key',
      { a: { $gte: 1, $lt: 5 } },
      {
        kind: 'and',
        filters: [
          { kind: 'comparison', key: 'a', operator: 'gte', value: 1 },
          { kind: 'comparison', key: 'a', operator: 'lt', value: 5 },
        ],
      },
    ],
    ['$or', { $or: [{ a: 1 }, { b: 2 }] }, { kind: 'or', filters: [eq('a', 1), eq('b', 2)] }],
    ["OpenAI's comparison", { type: 'eq', key: '$a', value: 1 }, eq('$a', 1)],
    [
      "OpenAI's group",
      { type: 'and', filters: [{ type: 'ne', key: 'a', value: 1 }, { b: 2 }] },
      { kind: 'and', filters: [{ kind: 'not', filter: eq('a', 1) }, eq('b', 2)] },
    ],
    ['metadata called type', { type: 'and' }, eq('type', 'and')],
    [
      'metadata called type, key and value, spelt out',
      { type: { $eq: 'note' }, key: 'k', value: 2 },
      { kind: 'and', filters: [eq('type', 'note'), eq('key', 'k'), eq('value', 2)] },
    ],
  ])('reads %s', (_, fields, expected) => {
    expect(parseFilter(fields)).toEqual(expected);
  });

  it.each<[string, Record<string, unknown>]>([
    ['filter_documents.year.$foo', { year: { $foo: 1 } }],
    ['filter_documents.$nor', { $nor: [] }],
    ['filter_documents.year.month', { year: { $gt: 1, month: 2 } }],
    ['filter_documents.$and', { $and: [] }],
    ['filter_documents.$or', { $or: { a: 1 } }],
    ['filter_documents.$or.1', { $or: [{ a: 1 }, 7] }],
    ['filter_documents.$not', { $not: [] }],
    ['filter_documents.a.$not', { a: { $not: 1 } }],
    ['filter_documents.a.$in', { a: { $in: 1 } }],
    ['filter_documents.a.$nin', { a: { $nin: 'x' } }],
    ['filter_documents.a.$exists', { a: { $exists: 1 } }],
    ['filter_documents.a.$gt', { a: { $gt: true } }],
    ['filter_documents.a.$lte', { a: { $lte: null } }],
    ['filter_documents.type', { type: 'near', key: 'a', value: 1 }],
    ['filter_documents.key', { type: 'eq', key: 1, value: 1 }],
    ['filter_documents.value', { type: 'eq', key: 'a' }],
    ['filter_documents.filters.0.value', { type: 'or', filters: [{ type: 'gt', key: 'a', value: [] }] }],
    ['filter_documents.a', { a: Infinity }],
    ['filter_documents.$and.100.a', { $and: Array.from({ length: 101 }, () => ({ a: 1 })) }],
    ['filter_documents.a.$in', { a: { $in: Array.from({ length: 1_001 }, (_, index) => index) } }],
    ['filter_documents.a', { a: 'x'.repeat(64_001) }],
    [`filter_documents${'.$not'.repeat(8)}`, nested(9)],
  ])('refuses, naming %s', (param, fields) => {
    expect(() => parseFilter(fields)).toThrow(expect.objectContaining({ code: 'invalid_request_error', param }));
  });

  it('takes what is within its limits', () => {
    expect(parseFilter(nested(6))).toBeDefined();
    expect(parseFilter({ $and: Array.from({ length: 100 }, () => ({ a: 1 })) })).toBeDefined();
  });
});
