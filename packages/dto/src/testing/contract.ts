import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

/** A JSON Schema as it stands in openapi.yaml. */
export interface RawSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: RawSchema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, RawSchema>;
  required?: string[];
  additionalProperties?: boolean | RawSchema;
  propertyNames?: RawSchema;
  allOf?: RawSchema[];
  anyOf?: RawSchema[];
  oneOf?: RawSchema[];
  discriminator?: unknown;
  examples?: unknown[];
}

interface RawMedia {
  schema: RawSchema;
  examples?: Record<string, { value: unknown }>;
}

export interface RawContract {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, RawMedia> } }>>;
  components: { schemas: Record<string, RawSchema> };
}

/** openapi.yaml, untouched by our generator. */
export const contract = parse(
  readFileSync(new URL('../../../../openapi.yaml', import.meta.url), 'utf8'),
) as RawContract;

/**
 * An Ajv of its own, compiled at run time from the raw contract: the oracle. Its one change to ajv-formats is that a
 * UUID is bare (formats.ts says why).
 */
export function makeOracle(schemas = contract.components.schemas) {
  const ajv = new Ajv2020({ strict: false, strictNumbers: true });
  addFormats.default(ajv);
  ajv.addFormat('uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i);
  ajv.addSchema({ $id: 'raw', components: { schemas } });
  return (name: string) => {
    const validate = ajv.compile({ $ref: `raw#/components/schemas/${name}` });
    return (value: unknown): boolean => validate(value);
  };
}

/** The examples that the contract gives for request bodies of one schema. */
export function bodyExamples(name: string): unknown[] {
  return Object.values(contract.paths)
    .flatMap((item) => Object.values(item))
    .flatMap((operation) => Object.values(operation.requestBody?.content ?? {}))
    .filter(({ schema }) => schema.$ref === `#/components/schemas/${name}`)
    .flatMap(({ examples }) => Object.values(examples ?? {}).map(({ value }) => value));
}
