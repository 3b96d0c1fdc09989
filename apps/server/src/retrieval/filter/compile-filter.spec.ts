import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../../database/database.ts';
import { openTestDatabase } from '../../database/testing/open-test-database.ts';
import { passes } from '../testing/filter-oracle.ts';
import { compileFilter } from './compile-filter.ts';
import type { Filter } from './filter.ts';
import { parseFilter } from './parse-filter.ts';

interface Row {
  id: string;
  metadata: Record<string, unknown>;
}

const HARD_TEXTS = ['', 'a', 'A', 'ä', 'Z', '1', "' or true --", '$1', '%', '\\', '"', '💡', '\uffff', 'a.b'];
const TIMES = [
  '2024-01-31',
  '2024-02-30',
  '2024-01-31T00:00:00Z',
  '2024-01-31T01:00:00+02:00',
  '2024-01-30 23:59:59.5',
  '2024-99-99T99:99:99.999999-99:99',
  '0000-01-01',
  '9999-12-31T23:59',
];
const scalar = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, 1, 1.5, -2, 1e21, ...HARD_TEXTS, ...TIMES),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
);
const key = fc.constantFrom('a', 'b', 'a.b', 'a.0', 'b.a.b', 'document_id', "x' or true --", '$a', '');
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'a.b'), tie('any'), { maxKeys: 2 }),
  ),
})).any;
const operators = fc.oneof(
  fc.record({ $eq: value }),
  fc.record({ $ne: value }),
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(value, { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $contains: value }),
  ...(['$gt', '$gte', '$lt', '$lte'] as const).map((name) =>
    fc.record({ [name]: fc.oneof(fc.constantFrom<unknown>(0, 1, 1.5, ...HARD_TEXTS, ...TIMES)) }),
  ),
);
const filter = fc.letrec<{ any: Record<string, unknown> }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .tuple(key, fc.oneof(scalar, operators))
      .filter(([name]) => !name.startsWith('$'))
      .map(([name, test]) => ({ [name]: test })),
    fc.record({ type: fc.constant('eq'), key, value }),
    fc.record({ $and: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ $or: fc.array(tie('any'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ $not: tie('any') }),
  ),
})).any;
const metadata = fc.dictionary(fc.constantFrom('a', 'b', 'a.b', "x' or true --", '$a', 'document_id', ''), value, {
  maxKeys: 4,
});

describe('compileFilter', () => {
  let database: Database;
  const projectId = randomUUID();
  beforeAll(async () => {
    database = await openTestDatabase();
    await database.query(
      `insert into project (id, tenant, project_name, collection_name, embeddings_provider)
       values ($1, 'tenant', 'name', 'collection', 'openai')`,
      [projectId],
    );
  });
  afterAll(() => database.close());

  const passing = async (rows: readonly Row[], parsed: Filter): Promise<string[]> => {
    await database.query('delete from document');
    await database.query(
      `insert into document (id, project_id, metadata) select id, $1, metadata from unnest($2::uuid[], $3::jsonb[]) as row(id, metadata)`,
      [projectId, rows.map(({ id }) => id), rows.map((row) => JSON.stringify(row.metadata))],
    );
    const { sql, values } = compileFilter(parsed, 2);
    const found = await database.query<{ id: string }>(
      `select id from document where project_id = $1 and ${sql}`,
      [projectId, ...values],
      { isOneOff: true },
    );
    return found.map(({ id }) => id).toSorted();
  };

  it('keeps the documents that the filter means, whatever the filter and the metadata', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(metadata, { minLength: 1, maxLength: 12 }), filter, async (all, fields) => {
        const parsed = parseFilter(fields)!;
        const rows = all.map((each): Row => ({ id: randomUUID(), metadata: each }));
        const expected = rows.filter((row) => passes(parsed, row.id, row.metadata)).map(({ id }) => id);
        expect(await passing(rows, parsed)).toEqual(expected.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>[], number[]]>([
    [
      'numbers by size',
      { year: { $gte: 2020, $lt: 2024 } },
      [{ year: 2019 }, { year: 2020 }, { year: 2023.5 }, { year: '2021' }],
      [1, 2],
    ],
    ['no text for a number', { n: 1 }, [{ n: 1 }, { n: '1' }, { n: true }, { n: 1.0 }], [0, 3]],
    [
      'moments across zones',
      { at: { $gt: '2024-05-01T00:00:00Z' } },
      [
        { at: '2024-05-01T01:00:00+02:00' },
        { at: '2024-05-01T00:00:01Z' },
        { at: '2024-05-02' },
        { at: 'zzz' },
        { at: 20_240_601 },
      ],
      [1, 2],
    ],
    [
      'texts by their characters',
      { name: { $lt: 'b' } },
      [{ name: 'a' }, { name: 'B' }, { name: 'b' }, { name: 'é' }],
      [0, 1],
    ],
    [
      'absent keys under $ne and $nin',
      { $and: [{ a: { $ne: 1 } }, { a: { $nin: [2] } }] },
      [{}, { a: 1 }, { a: 2 }, { a: null }],
      [0, 3],
    ],
    ['null as a value that exists', { a: { $exists: true } }, [{}, { a: null }, { a: 0 }], [1, 2]],
    [
      'elements and parts of texts',
      { a: { $contains: 'bc' } },
      [{ a: ['bc'] }, { a: 'abcd' }, { a: ['abcd'] }, { a: { bc: 1 } }],
      [0, 1],
    ],
    ['whole elements', { a: { $contains: { x: 1 } } }, [{ a: [{ x: 1 }] }, { a: [{ x: 1, y: 2 }] }], [0]],
    [
      'a dotted key as it stands, or else a path',
      { 'a.b': 1 },
      [{ 'a.b': 1 }, { a: { b: 1 } }, { 'a.b': 2, a: { b: 1 } }],
      [0, 1],
    ],
  ])('compares %s', async (_, fields, all, expected) => {
    const rows = all.map((each): Row => ({ id: randomUUID(), metadata: each }));
    expect(await passing(rows, parseFilter(fields)!)).toEqual(expected.map((index) => rows[index]!.id).toSorted());
  });

  it('knows documents by their id, under either name', async () => {
    const rows = [1, 2, 3].map((): Row => ({ id: randomUUID(), metadata: { document_id: 'mine' } }));
    const [first, second] = rows.map(({ id }) => id);
    expect(await passing(rows, parseFilter({ document_id: first })!)).toEqual([first]);
    expect(await passing(rows, parseFilter({ file_id: { $in: [first, second, 'no uuid', 7] } })!)).toEqual(
      [first, second].toSorted(),
    );
    expect(await passing(rows, parseFilter({ file_id: 'mine' })!)).toEqual([]);
  });

  it('puts nothing of keys and values into the text', () => {
    const { sql, values } = compileFilter(parseFilter({ "k'1": { $in: ["v'1"] }, "k'2": "v'2" })!, 4);
    expect(sql).not.toMatch(/k'|v'/);
    expect(values).toEqual(["k'1", [`"v'1"`], "k'2", `"v'2"`, `{"k'2":"v'2"}`]);
    expect(new Set(sql.match(/[$]\d+/g))).toEqual(new Set(['$4', '$5', '$6', '$7', '$8']));
  });
});
