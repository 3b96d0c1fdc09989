import { dereference, type Document, type Schema } from './document.ts';

/**
 * One flat object schema for a schema composed with `allOf`. Where the composing schema repeats a field of a part, its
 * own word counts: in the contract it only narrows, and the differential test would show it if it did not.
 */
export function mergeAllOf(document: Document, schema: Schema): Schema {
  if (!schema.allOf) return schema;
  const { allOf, ...own } = schema;
  const parts = allOf.map((part) => mergeAllOf(document, dereference(document, part)));
  const whole = [...parts, own];
  return {
    ...own,
    properties: Object.assign({}, ...whole.map(({ properties }) => properties)) as Record<string, Schema>,
    required: [...new Set(whole.flatMap(({ required }) => required ?? []))],
  };
}

/** The names of the schemas that others are composed of, in the contract's order. */
export function partNames(document: Document): string[] {
  const references = Object.values(document.components.schemas).flatMap(({ allOf }) =>
    (allOf ?? []).map((part) => part.$ref),
  );
  return Object.keys(document.components.schemas).filter((name) => references.includes(`#/components/schemas/${name}`));
}
