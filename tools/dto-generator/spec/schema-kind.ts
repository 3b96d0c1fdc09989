import { dereference, type Document, type JsonSchemaType, type Scalar, type Schema } from './document.ts';

/** What a schema is to the generator. Every emitter is a switch over these. */
export type SchemaKind =
  | { kind: 'reference'; to: string }
  | { kind: 'choice'; values: Scalar[] }
  | { kind: 'tagged'; tag: string; members: Record<string, string> }
  | { kind: 'union'; members: Schema[] }
  | { kind: 'any' }
  | { kind: JsonSchemaType };

/** A list of types becomes a union of schemas of one type each, so that emitters see one type only. */
export function kindOf(schema: Schema): SchemaKind {
  if (schema.$ref) return { kind: 'reference', to: schema.$ref };
  if (schema.const !== undefined) return { kind: 'choice', values: [schema.const] };
  if (schema.enum) return { kind: 'choice', values: schema.enum };
  if (schema.discriminator) {
    return { kind: 'tagged', tag: schema.discriminator.propertyName, members: schema.discriminator.mapping ?? {} };
  }
  const members = schema.oneOf ?? schema.anyOf;
  if (members) return { kind: 'union', members };
  if (Array.isArray(schema.type)) return { kind: 'union', members: schema.type.map((type) => ({ ...schema, type })) };
  return { kind: schema.type ?? 'any' };
}

/** An object schema with named fields becomes a class; a map, a union and an enum are written where they are used. */
export function isClass(schema: Schema): boolean {
  return (
    schema.type === 'object' && !schema.discriminator && (schema.properties !== undefined || schema.allOf !== undefined)
  );
}

/** The names of the component schemas that become classes, in the contract's order. */
export function classNames(document: Document): string[] {
  return Object.keys(document.components.schemas).filter((name) => isClass(document.components.schemas[name]!));
}

/** The JSON types a value may have; empty when it may have any. */
export function jsonTypesOf(document: Document, schema: Schema): string[] {
  const kind = kindOf(schema);
  switch (kind.kind) {
    case 'reference':
      return jsonTypesOf(document, dereference(document, schema));
    case 'choice':
      return [...new Set(kind.values.map((value) => (value === null ? 'null' : typeof value)))];
    case 'union':
      return kind.members.flatMap((member) => jsonTypesOf(document, member));
    case 'tagged':
      return ['object'];
    case 'integer':
      return ['number'];
    case 'any':
      return [];
    default:
      return [kind.kind];
  }
}
