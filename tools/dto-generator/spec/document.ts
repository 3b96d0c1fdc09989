import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The keywords of JSON Schema that the generator reads; supported-keywords.ts refuses the others. */
export interface Schema {
  $ref?: string;
  type?: JsonSchemaType | JsonSchemaType[];
  enum?: Scalar[];
  const?: Scalar;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  discriminator?: { propertyName: string; mapping?: Record<string, string> };
  description?: string;
  default?: unknown;
  examples?: unknown[];
  'x-forgiving'?: boolean;
}

export type JsonSchemaType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';
export type Scalar = string | number | boolean | null;

export interface Reference {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema: Schema;
  example?: unknown;
}

export type Content = Record<
  string,
  { schema: Schema; examples?: Record<string, { summary?: string; value: unknown }> }
>;

export interface Response {
  description: string;
  headers?: Record<string, Reference | { description?: string; schema: Schema }>;
  content?: Content;
}

export interface Operation {
  operationId: string;
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: (Reference | Parameter)[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, Reference | Response>;
}

export const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];
export type PathItem = Partial<Record<Method, Operation>> & { parameters?: (Reference | Parameter)[] };

export interface Document {
  openapi?: string;
  security?: Record<string, string[]>[];
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Response>;
    headers?: Record<string, { description?: string; schema: Schema }>;
  };
}

/** @throws Error when the file is missing, or is no OpenAPI 3.1 document. */
export function readDocument(file: string): Document {
  const document = parse(readFileSync(file, 'utf8')) as Document | null;
  if (!document?.openapi?.startsWith('3.1.')) throw new Error(`${file} is not an OpenAPI 3.1 document`);
  return document;
}

/** What a reference points at; anything else is returned as it is. @throws Error for a reference to nothing. */
export function dereference<Thing extends object>(document: Document, thing: Thing | Reference): Thing {
  if (!('$ref' in thing) || typeof thing.$ref !== 'string') return thing as Thing;
  const steps = thing.$ref
    .replace(/^#\//, '')
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const target = steps.reduce<unknown>(
    (place, step) => (place as Record<string, unknown> | undefined)?.[step],
    document,
  );
  if (target === undefined) throw new Error(`${thing.$ref} points at nothing`);
  return dereference(document, target as Thing | Reference);
}

/** The last step of a reference: the component's name. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
