import type { Document, Schema } from '../../spec/document.ts';
import { mergeAllOf } from '../../spec/merge-all-of.ts';
import { call, comment, literal } from '../literal.ts';
import { emitRule } from './rule.ts';
import { emitPropertyOptions } from '../swagger.ts';
import { emitType } from './type.ts';

/** A DTO class: class-validator rules and @nestjs/swagger descriptions for each field of an object schema. */
export function emitClass(document: Document, name: string, schema: Schema): string {
  const whole = mergeAllOf(document, schema);
  const fields = Object.entries(whole.properties ?? {}).map(([field, property]) =>
    emitField(document, field, property, whole.required?.includes(field) ?? false),
  );
  const others = whole.additionalProperties === true ? ['[key: string]: unknown;'] : [];
  return [
    comment(whole.description) + emitApiSchema(name, whole),
    ...emitClassRules(whole),
    `export class ${name}Dto {`,
    [...fields, ...others].join('\n\n'),
    '}',
  ].join('\n');
}

function emitApiSchema(name: string, { description, anyOf, additionalProperties, ...schema }: Schema): string {
  const forgiving = schema['x-forgiving'] && { 'x-forgiving': true };
  return `@ApiSchema(${literal({ name, description, anyOf, additionalProperties, ...forgiving })} as ApiSchemaOptions)`;
}

function emitClassRules({ anyOf, additionalProperties }: Schema): string[] {
  return [
    ...(anyOf ? [`@AtLeastOneOf(${literal(anyOf.flatMap(({ required }) => required ?? []))})`] : []),
    ...(additionalProperties === false ? ['@OnlyKnownFields()'] : []),
  ];
}

function emitField(document: Document, field: string, schema: Schema, isRequired: boolean): string {
  const described = isRequired ? 'ApiProperty' : 'ApiPropertyOptional';
  return [
    `@${described}(${literal(emitPropertyOptions(document, schema))} as ApiPropertyOptions)`,
    ...(isRequired ? [] : ['@MayBeAbsent()']),
    `@${call('Is', emitRule(document, schema))}`,
    `${fieldName(field)}${isRequired ? '!' : '?'}: ${emitType(document, schema)};`,
  ].join('\n');
}

function fieldName(field: string): string {
  return /^[\w$]+$/.test(field) ? field : literal(field);
}
