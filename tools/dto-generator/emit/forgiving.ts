import { dereference, type Document, nameOf, type Schema } from '../spec/document.ts';
import { mergeAllOf } from '../spec/merge-all-of.ts';
import { checkedSchemas } from '../spec/operations.ts';
import { isClass, jsonTypesOf, kindOf } from '../spec/schema-kind.ts';
import { header, literal } from './literal.ts';

/** How each body and each operation's parameters are tidied: see packages/dto/src/tidy.ts. No word, no change. */
export function emitForgiving(document: Document): string {
  const checked = Object.entries(checkedSchemas(document));
  const forgiving = checked.filter(([, schema]) => schema['x-forgiving']).map(([, schema]) => schema);
  const nested = reachableClasses(document, forgiving).map((name) =>
    emitPlan(document, `${name}Parts`, document.components.schemas[name]!, false),
  );
  const whole = checked.map(([name, schema]) => emitPlan(document, name, schema['x-forgiving'] ? schema : {}, true));
  return `${header(["import type { ObjectPlan } from '../tidy.ts';"])}\n\n${[...nested, ...whole].join('\n\n')}\n`;
}

/** The classes below some schemas. Each gets a plan, in the contract's order. */
function reachableClasses(document: Document, roots: readonly Schema[]): string[] {
  const seen = new Set<string>();
  const visit = (schema: Schema): void => {
    const name = schema.$ref?.split('/').at(-1);
    if (name && seen.has(name)) return;
    const target = dereference(document, schema);
    if (name && isClass(target)) seen.add(name);
    const whole = mergeAllOf(document, target);
    const { items, additionalProperties, oneOf = [], properties = {} } = whole;
    const values = typeof additionalProperties === 'object' ? [additionalProperties] : [];
    for (const part of [...Object.values(properties), ...oneOf, ...(items ? [items] : []), ...values]) visit(part);
  };
  roots.forEach(visit);
  return Object.keys(document.components.schemas).filter((name) => seen.has(name));
}

function emitPlan(document: Document, name: string, schema: Schema, isTop: boolean): string {
  const { properties = {}, required = [] } = mergeAllOf(document, schema);
  const fields = Object.entries(properties).flatMap(([field, property]) => {
    const step = emitStep(document, property);
    return step ? [`${literal(field)}: ${step}`] : [];
  });
  const isOptional = ([field]: [string, Schema]) => !required.includes(field);
  const refusesNull = ([, property]: [string, Schema]) => !mayBeNull(document, property);
  const droppable = Object.entries(properties).filter((field) => isOptional(field) && (isTop || refusesNull(field)));
  const names = literal(droppable.map(([field]) => field));
  return `export const ${name}: ObjectPlan = { droppable: new Set(${names}), fields: new Map(Object.entries({ ${fields.join(', ')} })) };`;
}

function mayBeNull(document: Document, schema: Schema): boolean {
  const types = jsonTypesOf(document, schema);
  return types.length === 0 || types.includes('null');
}

/** What can be mended in a value of this schema, as source text; undefined when nothing can. */
function emitStep(document: Document, schema: Schema): string | undefined {
  const fields = stepFields(document, schema);
  return Object.keys(fields).length > 0
    ? `{ ${Object.entries(fields)
        .map(([name, text]) => `${name}: ${text}`)
        .join(', ')} }`
    : undefined;
}

function stepFields(document: Document, schema: Schema): Record<string, string> {
  const kind = kindOf(schema);
  switch (kind.kind) {
    case 'reference': {
      const target = dereference(document, schema);
      return isClass(target) ? { object: lazyPlan(kind.to) } : stepFields(document, target);
    }
    case 'union': {
      const { text, ...others } = Object.assign(
        {},
        ...kind.members.map((member) => stepFields(document, member)),
      ) as Record<string, string>;
      return text && !jsonTypesOf(document, schema).includes('string') ? { text, ...others } : others;
    }
    case 'tagged': {
      const members = Object.entries(kind.members).map(([tag, to]) => `[${literal(tag)}, ${lazyPlan(to)}]`);
      return { tag: literal(kind.tag), members: `new Map([${members.join(', ')}])` };
    }
    case 'array':
      return optionalField('items', schema.items && emitStep(document, schema.items));
    case 'object':
      return optionalField(
        'values',
        typeof schema.additionalProperties === 'object' ? emitStep(document, schema.additionalProperties) : undefined,
      );
    case 'integer':
    case 'number':
      return { text: literal('number') };
    case 'boolean':
      return { text: literal('boolean') };
    default:
      return {};
  }
}

function lazyPlan(reference: string) {
  return `() => ${nameOf(reference)}Parts`;
}

function optionalField(name: string, text: string | undefined): Record<string, string> {
  return text ? { [name]: text } : {};
}
