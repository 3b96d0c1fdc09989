import { dereference, type Document, type Schema } from '../spec/document.ts';
import { isClass, kindOf } from '../spec/schema-kind.ts';

type Options = Record<string, unknown>;

/**
 * A schema as @nestjs/swagger takes it. Version 12 still speaks OpenAPI 3.0 here: one type at a time, `nullable`
 * instead of the type null, boolean exclusive bounds; and it drops components that are no class, so they are inlined.
 */
export function emitSwagger(document: Document, schema: Schema): Options {
  const kind = kindOf(schema);
  switch (kind.kind) {
    case 'reference': {
      const target = dereference(document, schema);
      return { ...(isClass(target) ? { $ref: kind.to } : emitSwagger(document, target)), ...annotationsOf(schema) };
    }
    case 'choice':
      return { ...annotationsOf(schema), type: schema.type ?? typeof kind.values[0], enum: kind.values };
    case 'union':
      return { ...emitUnion(document, kind.members), ...annotationsOf(schema) };
    case 'tagged':
      return { ...schema };
    case 'array':
      return { ...schema, ...(schema.items && { items: emitSwagger(document, schema.items) }) };
    case 'object':
      return { ...schema, additionalProperties: emitValues(document, schema.additionalProperties) };
    default:
      return { ...schema, ...exclusiveBounds(schema) };
  }
}

/**
 * The same as the options of a property. A bare reference, or no type at all, would be taken for a circular import;
 * beside a union the type is only there to prevent that, and @nestjs/swagger removes it.
 */
export function emitPropertyOptions(document: Document, schema: Schema): Options {
  const { $ref, ...others } = emitSwagger(document, schema);
  if ($ref) return { type: 'object', ...others, allOf: [{ $ref }] };
  if (kindOf(schema).kind === 'any') return { type: 'object', ...others, anyOf: [{}] };
  return { type: 'object', ...others };
}

function annotationsOf({ description, default: value, examples }: Schema): Options {
  return {
    ...(description !== undefined && { description }),
    ...(value !== undefined && { default: value }),
    ...(examples !== undefined && { examples }),
  };
}

function emitUnion(document: Document, members: readonly Schema[]): Options {
  const others = members.filter(({ type }) => type !== 'null').map((member) => emitSwagger(document, member));
  const nullable = others.length < members.length && { nullable: true };
  const [only] = others;
  if (others.length > 1 || !only) return { oneOf: others, ...nullable };
  return only.$ref ? { allOf: [only], ...nullable } : { ...only, ...nullable };
}

function emitValues(document: Document, values: Schema['additionalProperties']): unknown {
  return typeof values === 'object' ? emitSwagger(document, values) : (values ?? true);
}

function exclusiveBounds({ exclusiveMinimum, exclusiveMaximum }: Schema): Options {
  return {
    ...(exclusiveMinimum !== undefined && { minimum: exclusiveMinimum, exclusiveMinimum: true }),
    ...(exclusiveMaximum !== undefined && { maximum: exclusiveMaximum, exclusiveMaximum: true }),
  };
}
