import { dereference, type Document, nameOf, type Schema } from '../../spec/document.ts';
import { isClass, kindOf } from '../../spec/schema-kind.ts';
import { call, literal, options } from '../literal.ts';

/** The rule that a value of this schema follows, as a call of the functions of packages/dto/src/validators/rules. */
export function emitRule(document: Document, schema: Schema): string {
  const kind = kindOf(schema);
  switch (kind.kind) {
    case 'reference': {
      const target = dereference(document, schema);
      return isClass(target) ? `object(() => ${nameOf(kind.to)}Dto)` : emitRule(document, target);
    }
    case 'choice':
      return `oneOf(${literal(kind.values)})`;
    case 'tagged': {
      const members = Object.entries(kind.members).map(([tag, to]) => `${literal(tag)}: ${nameOf(to)}Dto`);
      return `tagged(${literal(kind.tag)}, () => ({ ${members.join(', ')} }))`;
    }
    case 'union':
      return call('either', ...kind.members.map((member) => emitRule(document, member)));
    case 'array':
      return call(
        'list',
        schema.items && emitRule(document, schema.items),
        options(pick(schema, ['minItems', 'maxItems'])),
      );
    case 'object':
      return emitMap(document, schema);
    default:
      return emitScalar(kind.kind, schema);
  }
}

function emitMap(document: Document, { additionalProperties, propertyNames }: Schema): string {
  const value = typeof additionalProperties === 'object' ? emitRule(document, additionalProperties) : undefined;
  const key = propertyNames && emitRule(document, { type: 'string', ...propertyNames });
  return call('map', value ?? (key && 'anything()'), key);
}

function emitScalar(kind: 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'any', schema: Schema): string {
  switch (kind) {
    case 'string':
      return call('text', options(pick(withoutBinary(schema), ['minLength', 'maxLength', 'pattern', 'format'])));
    case 'integer':
      return call('number', options({ integer: true, ...pick(schema, NUMBER_LIMITS) }));
    case 'number':
      return call('number', options(pick(schema, NUMBER_LIMITS)));
    case 'boolean':
      return 'boolean()';
    case 'null':
      return 'nothing()';
    case 'any':
      return 'anything()';
  }
}

/** Of a file, the body holds the name; the bytes stand beside it. */
function withoutBinary({ format, ...schema }: Schema): Schema {
  return format === 'binary' || format === undefined ? schema : { ...schema, format };
}

const NUMBER_LIMITS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'] as const;

function pick(schema: Schema, keywords: readonly (keyof Schema)[]): Record<string, unknown> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, schema[keyword]]));
}
