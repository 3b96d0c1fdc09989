import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryOf, fieldsOf } from './testing/arbitrary.ts';
import { bodyExamples, contract, makeOracle } from './testing/contract.ts';
import { mutationsOf, pathsOf, replaced } from './testing/mutations.ts';
import { BODIES } from './gen/checks.gen.ts';
import * as schemas from './gen/schemas.gen.ts';
import { inspect } from './validators/inspect.ts';
import type { DtoClass } from './validators/rules/rule.ts';

const oracle = makeOracle();
const classes = Object.entries(schemas).map(([name, dto]) => [name.replace(/Dto$/, ''), dto] as [string, DtoClass]);

/** Whoever judges a schema: the DTO class, the raw contract, and for request bodies the compiled validator. */
const judgesOf = (name: string, dto: DtoClass) => {
  const byContract = oracle(name);
  const byDto = (value: unknown) => inspect(dto, value).length === 0;
  const compiled = Object.entries(BODIES).find(([body]) => body === name)?.[1].accepts;
  return (value: unknown) => {
    const verdict = byContract(value);
    const others = { dto: byDto(value), ...(compiled && { compiled: compiled(value) }) };
    if (Object.values(others).some((other) => other !== verdict)) {
      throw new Error(`${name}: the contract says ${verdict}, ${JSON.stringify(others)} of ${JSON.stringify(value)}`);
    }
    return verdict;
  };
};

/** Values with every field present: the contract's own examples, one in each place. */
const fullExamples = (name: string): unknown[] => {
  const fields = Object.entries(fieldsOf(contract, contract.components.schemas[name]!));
  const all = fc.record(
    Object.fromEntries(
      fields.map(([field, schema]) => [
        field,
        schema.examples ? fc.constantFrom(...schema.examples) : arbitraryOf(contract, schema),
      ]),
    ),
  );
  return [...bodyExamples(name), ...fc.sample(all, { numRuns: 1, seed: 20261122 })];
};

describe('DTO classes, compiled validators and the raw contract', () => {
  it('cover every object schema', () => {
    const objects = Object.entries(contract.components.schemas).filter(([, schema]) => schema.properties);
    expect(new Set(classes.map(([name]) => name))).toEqual(new Set(objects.map(([name]) => name)));
  });

  it.each(classes)('judge %s alike, however its examples are bent', (name, dto) => {
    const judge = judgesOf(name, dto);
    const verdicts = fullExamples(name).flatMap((example) => [example, ...mutationsOf(example)].map(judge));
    expect(verdicts).toContain(true);
    expect(verdicts).toContain(false);
  });

  it.each(classes)('judge any %s alike, valid or with one place changed', (name, dto) => {
    const judge = judgesOf(name, dto);
    const valid = arbitraryOf(contract, contract.components.schemas[name]!);
    const changed = valid.chain((value) =>
      fc
        .tuple(fc.constantFrom(...pathsOf(value)), fc.jsonValue({ maxDepth: 2 }))
        .map(([path, other]) => replaced(value, path, other)),
    );
    fc.assert(
      fc.property(fc.oneof(valid, changed), (value) => void judge(value)),
      { numRuns: 40 },
    );
    expect(fc.sample(valid, 20).filter(judge).length).toBeGreaterThan(0);
  });
});

describe('the examples of the contract', () => {
  it.each(Object.entries(BODIES))('are accepted as %s', (name, { accepts }) => {
    expect(bodyExamples(name).every((example) => accepts(example))).toBe(true);
  });

  it.each(classes)('fit the fields of %s', (name) => {
    const fields = Object.entries(fieldsOf(contract, contract.components.schemas[name]!));
    for (const [field, schema] of fields.filter(([, { examples }]) => examples)) {
      const judge = makeOracle({ ...contract.components.schemas, Field: schema })('Field');
      expect((schema.examples ?? []).filter((example) => !judge(example)).map((example) => [field, example])).toEqual(
        [],
      );
    }
  });
});
