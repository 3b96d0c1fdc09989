import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

export interface Contract {
  paths: Record<
    string,
    Record<string, { operationId?: string; requestBody?: { content: Record<string, { schema: { $ref: string } }> } }>
  >;
  components: {
    parameters: Record<string, QueryParameter>;
    schemas: Record<string, { properties?: Record<string, { examples?: unknown[] }>; allOf?: { $ref: string }[] }>;
  };
}
/** openapi.yaml. */
export const contract = parse(readFileSync(new URL('../../../../openapi.yaml', import.meta.url), 'utf8')) as Contract;

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (instance: Ajv2020) => void)(ajv);
ajv.addSchema({ ...contract, $id: 'contract' });
/** What is wrong with a value of the contract's schema. */
export function faults(schema: string, value: unknown): unknown[] {
  const validate = ajv.getSchema(`contract#/components/schemas/${schema}`);
  if (validate === undefined) throw new Error(`no schema ${schema}`);
  void validate(value);
  return validate.errors ?? [];
}

interface QueryParameter {
  name: string;
  in: string;
  example: unknown;
}

/** What a GET operation may be told in its query. */
export function queryOf(path: string): QueryParameter[] {
  const { parameters = [] } = contract.paths[path]!.get as { parameters?: (QueryParameter | { $ref: string })[] };
  const named = parameters.map((one) =>
    '$ref' in one ? contract.components.parameters[one.$ref.split('/').at(-1)!]! : one,
  );
  return named.filter((one) => one.in === 'query');
}
