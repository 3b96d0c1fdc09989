import { dereference, type Document, nameOf, type Schema } from '../../spec/document.ts';
import { isClass, kindOf } from '../../spec/schema-kind.ts';
import { literal } from '../literal.ts';

/** The TypeScript type of a value of this schema. */
export function emitType(document: Document, schema: Schema): string {
  const kind = kindOf(schema);
  switch (kind.kind) {
    case 'reference': {
      const target = dereference(document, schema);
      return isClass(target) ? `${nameOf(kind.to)}Dto` : emitType(document, target);
    }
    case 'choice':
      return kind.values.map(literal).join(' | ');
    case 'tagged':
      return Object.values(kind.members)
        .map((to) => `${nameOf(to)}Dto`)
        .join(' | ');
    case 'union':
      return kind.members.map((member) => emitType(document, member)).join(' | ');
    case 'array':
      return `Array<${schema.items ? emitType(document, schema.items) : 'unknown'}>`;
    case 'object': {
      const values = schema.additionalProperties;
      return `{ [key: string]: ${typeof values === 'object' ? emitType(document, values) : 'unknown'} }`;
    }
    case 'any':
      return 'unknown';
    case 'integer':
      return 'number';
    default:
      return kind.kind;
  }
}
