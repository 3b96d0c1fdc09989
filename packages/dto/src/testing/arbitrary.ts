import fc, { type Arbitrary } from 'fast-check';
import type { RawContract, RawSchema } from './contract.ts';

/** Values that mostly follow a schema; the oracle says which ones really do. Half of the optional fields are there. */
export function arbitraryOf(contract: RawContract, schema: RawSchema): Arbitrary<unknown> {
  const recurse = (part: RawSchema) => arbitraryOf(contract, part);
  if (schema.$ref) return recurse(resolve(contract, schema.$ref));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map(recurse));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => recurse({ ...schema, type })));
  if (schema.type === 'array') return arrayOf(contract, schema);
  if (schema.type === 'object') {
    return schema.properties || schema.allOf ? objectOf(contract, schema) : mapOf(contract, schema);
  }
  return scalarOf(schema);
}

/** The fields of a schema and of everything it is composed of. */
export function fieldsOf(contract: RawContract, schema: RawSchema): Record<string, RawSchema> {
  const parts = (schema.allOf ?? []).map((part) => fieldsOf(contract, resolve(contract, part.$ref!)));
  return Object.assign({}, ...parts, schema.properties) as Record<string, RawSchema>;
}

function requiredOf(contract: RawContract, { allOf = [], required = [] }: RawSchema): string[] {
  return [...allOf.flatMap((part) => requiredOf(contract, resolve(contract, part.$ref!))), ...required];
}

function resolve(contract: RawContract, reference: string): RawSchema {
  return contract.components.schemas[reference.split('/').at(-1)!]!;
}

function scalarOf(schema: RawSchema): Arbitrary<unknown> {
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 20000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 0 });
  }
}

/** Most dates that JavaScript knows are further away, and no date-time of RFC 3339. */
const FOUR_DIGIT_YEARS = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z') };

function textOf({ format, minLength = 0, maxLength = minLength + 8 }: RawSchema): Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'uri') return fc.webUrl();
  if (format === 'date-time') {
    return fc.date({ ...FOUR_DIGIT_YEARS, noInvalidDate: true }).map((date) => date.toISOString());
  }
  return fc.string({ unit: 'binary', minLength, maxLength: Math.min(maxLength, minLength + 8) });
}

function arrayOf(contract: RawContract, { items = {}, minItems = 0 }: RawSchema): Arbitrary<unknown> {
  return fc.array(arbitraryOf(contract, items), { minLength: minItems, maxLength: minItems + 2 });
}

function objectOf(contract: RawContract, schema: RawSchema): Arbitrary<unknown> {
  const fields = Object.entries(fieldsOf(contract, schema)).map(([name, field]) => [
    name,
    arbitraryOf(contract, field),
  ]);
  const alternatives = (schema.anyOf ?? [{ required: [] }]).map(({ required = [] }) => [
    ...requiredOf(contract, schema),
    ...required,
  ]);
  return fc.oneof(
    ...alternatives.map((requiredKeys) =>
      fc.record(Object.fromEntries(fields) as Record<string, Arbitrary<unknown>>, { requiredKeys }),
    ),
  );
}

function mapOf(contract: RawContract, { propertyNames, additionalProperties }: RawSchema): Arbitrary<unknown> {
  return fc.dictionary(
    textOf(propertyNames ?? {}),
    typeof additionalProperties === 'object'
      ? arbitraryOf(contract, additionalProperties)
      : fc.jsonValue({ maxDepth: 0 }),
    { maxKeys: 3, noNullPrototype: true },
  );
}
