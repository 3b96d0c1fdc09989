import { dereference, type Document, nameOf, type Schema } from './document.ts';
import { isClass, jsonTypesOf } from './schema-kind.ts';
import { mergeAllOf } from './merge-all-of.ts';
import { BODY_TYPES, bodySchemaOf, type LocatedOperation, operationsOf } from './operations.ts';

const ANNOTATIONS = ['description', 'default', 'examples'];
const OF_TYPE: Record<string, string[]> = {
  string: ['format', 'pattern', 'minLength', 'maxLength'],
  number: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  integer: ['format', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
  boolean: [],
  null: [],
  array: ['items', 'minItems', 'maxItems'],
  object: ['additionalProperties', 'propertyNames'],
};
const OF_CLASS = ['type', 'properties', 'required', 'allOf', 'anyOf', 'additionalProperties', 'x-forgiving'];
const FORMATS: Record<string, string[]> = {
  string: ['uuid', 'uri', 'date-time', 'binary'],
  number: ['double'],
  integer: [],
};
const UNSAFE_NAMES = ['__proto__', 'constructor', 'prototype'];

/**
 * Everything in the raw contract that the generated code would not check, each with its path. The DTOs can therefore
 * never be weaker than the contract: what is not supported does not generate.
 */
export function unsupportedIn(document: Document): string[] {
  const schemas = Object.entries(document.components.schemas);
  return [
    ...schemas.flatMap(([name, schema]) => inComponent(document, schema, `#/components/schemas/${name}`)),
    ...operationsOf(document).flatMap((located) => inOperation(document, located)),
  ];
}

function inOperation(document: Document, { operation, parameters }: LocatedOperation): string[] {
  const path = operation.operationId;
  const bodies = Object.entries(operation.requestBody?.content ?? {});
  const isBodyNamed = bodies.every(
    ([type, { schema }]) =>
      BODY_TYPES.includes(type) && schema.$ref && schema.$ref.split('/').at(-1) === bodySchemaOf(operation),
  );
  const names = parameters.map(({ name }) => name);
  return [
    ...parameters.flatMap((parameter) => inParameter(document, parameter, `${path} > ${parameter.name}`)),
    ...(isBodyNamed ? [] : [`${path} > requestBody: must be JSON or a form, and refer to one schema under components`]),
    ...(new Set(names).size < names.length ? [`${path} > parameters: two of them have the same name`] : []),
  ];
}

function inComponent(document: Document, schema: Schema, path: string): string[] {
  return isClass(schema) ? inClass(document, schema, path) : inValue(document, schema, path);
}

function inClass(document: Document, schema: Schema, path: string): string[] {
  return [
    ...unknownKeywords(schema, [...OF_CLASS, ...ANNOTATIONS], path),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
      ...(UNSAFE_NAMES.includes(name) ? [`${path}/properties/${name}: a field cannot have this name`] : []),
      ...inValue(document, property, `${path}/properties/${name}`),
    ]),
    ...inComposition(document, schema, path),
    ...(schema.anyOf ?? []).flatMap((part, index) =>
      Object.keys(part).join() === 'required' && part.required?.length === 1
        ? []
        : [`${path}/anyOf/${index}: must be one required name and nothing else`],
    ),
    ...(schema['x-forgiving'] && schema.anyOf ? [`${path}/anyOf: a forgiving schema cannot have it`] : []),
    ...(typeof schema.additionalProperties === 'object'
      ? [`${path}/additionalProperties: must be true or false beside properties`]
      : []),
    ...missingFields(document, schema, path),
  ];
}

/** Parts are merged field by field: whatever else a part demanded would be lost, and so would one of two like fields. */
function inComposition(document: Document, { allOf = [] }: Schema, path: string): string[] {
  const parts = allOf.map((part) => dereference(document, part));
  const fields = parts.flatMap(({ properties }) => Object.keys(properties ?? {}));
  const twice = fields.filter((field, index) => fields.indexOf(field) < index);
  return [
    ...parts.flatMap((part, index) =>
      allOf[index]?.$ref && isClass(part) && !part.anyOf && part.additionalProperties !== false
        ? []
        : [`${path}/allOf/${index}: must refer to an object schema with only properties and required`],
    ),
    ...twice.map((field) => `${path}/allOf: more than one part has ${field}`),
  ];
}

/** A required name without a property would be checked by nobody. */
function missingFields(document: Document, schema: Schema, path: string): string[] {
  const { properties = {} } = mergeAllOf(document, schema);
  const names = [...(schema.required ?? []), ...(schema.anyOf ?? []).flatMap((part) => part.required ?? [])];
  return names.filter((name) => !properties[name]).map((name) => `${path}/required: there is no property ${name}`);
}

function inValue(document: Document, schema: Schema, path: string): string[] {
  if (schema.$ref) {
    return [...unknownKeywords(schema, ['$ref', ...ANNOTATIONS], path), ...brokenReference(document, schema, path)];
  }
  if (schema.enum || schema.const !== undefined) {
    return unknownKeywords(schema, ['type', 'enum', 'const', ...ANNOTATIONS], path);
  }
  if (schema.discriminator) return inTagged(document, schema, path);
  if (schema.oneOf || schema.anyOf) return inUnion(document, schema, path);
  if (schema.properties) return [`${path}/properties: name this object under components`];
  return inTyped(document, schema, path);
}

function brokenReference(document: Document, schema: Schema, path: string): string[] {
  const isThere = schema.$ref?.startsWith('#/components/schemas/') && document.components.schemas[nameOf(schema.$ref)];
  return isThere ? [] : [`${path}/$ref: ${schema.$ref} is not a schema of this document`];
}

function inTagged(document: Document, schema: Schema, path: string): string[] {
  const { propertyName, mapping = {} } = schema.discriminator!;
  const members = (schema.oneOf ?? []).map((member) => member.$ref);
  const isComplete = members.length > 0 && members.every((member) => Object.values(mapping).includes(member!));
  const wrongTags = Object.entries(mapping).filter(([tag, reference]) => {
    const member = dereference(document, { $ref: reference }) as Schema;
    return member.properties?.[propertyName]?.const !== tag || !member.required?.includes(propertyName);
  });
  return [
    ...unknownKeywords(schema, ['type', 'oneOf', 'discriminator', ...ANNOTATIONS], path),
    ...(schema.type === 'object' ? [] : [`${path}: a discriminated union needs type: object, or arrays pass`]),
    ...(isComplete ? [] : [`${path}/discriminator/mapping: must name each member of oneOf`]),
    ...wrongTags.map(
      ([tag]) => `${path}/discriminator/mapping/${tag}: its schema must require ${propertyName} with this const`,
    ),
  ];
}

function inUnion(document: Document, schema: Schema, path: string): string[] {
  const keyword = schema.oneOf ? 'oneOf' : 'anyOf';
  const members = schema[keyword]!;
  const types = members.map((member) => [...new Set(jsonTypesOf(document, member))]);
  const isDisjoint = types.every((own) => own.length > 0) && new Set(types.flat()).size === types.flat().length;
  return [
    ...unknownKeywords(schema, [keyword, ...ANNOTATIONS], path),
    ...members.flatMap((member, index) => inValue(document, member, `${path}/${keyword}/${index}`)),
    ...(isDisjoint ? [] : [`${path}/${keyword}: members of the same JSON type need a discriminator`]),
  ];
}

function inTyped(document: Document, schema: Schema, path: string): string[] {
  const types = [schema.type ?? []].flat();
  const formats = types.flatMap((type) => FORMATS[type] ?? []);
  return [
    ...unknownKeywords(schema, ['type', ...types.flatMap((type) => OF_TYPE[type] ?? []), ...ANNOTATIONS], path),
    ...(schema.format && !formats.includes(schema.format) ? [`${path}/format: ${schema.format}`] : []),
    ...(schema.items ? inValue(document, schema.items, `${path}/items`) : []),
    ...(schema.propertyNames
      ? inValue(document, { type: 'string', ...schema.propertyNames }, `${path}/propertyNames`)
      : []),
    ...(typeof schema.additionalProperties === 'object'
      ? inValue(document, schema.additionalProperties, `${path}/additionalProperties`)
      : []),
    ...(schema.additionalProperties === false
      ? [`${path}/additionalProperties: an object without fields cannot be closed`]
      : []),
  ];
}

function inParameter(document: Document, { schema }: { schema: Schema }, path: string): string[] {
  const types = jsonTypesOf(document, schema);
  const isScalar = types.length > 0 && types.every((type) => ['string', 'number', 'boolean'].includes(type));
  return [...inValue(document, schema, path), ...(isScalar ? [] : [`${path}: a parameter must be a scalar`])];
}

function unknownKeywords(schema: Schema, known: string[], path: string): string[] {
  return Object.keys(schema)
    .filter((keyword) => !known.includes(keyword))
    .map((keyword) => `${path}/${keyword}: not supported here`);
}
