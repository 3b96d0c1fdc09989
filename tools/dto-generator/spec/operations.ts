import {
  dereference,
  type Document,
  METHODS,
  type Method,
  type Operation,
  type Parameter,
  type Schema,
} from './document.ts';

/** An operation with everything that the path above it says. */
export interface LocatedOperation {
  method: Method;
  path: string;
  operation: Operation;
  parameters: Parameter[];
  isSecured: boolean;
}

/** All operations, in the contract's order. */
export const operationsOf = (document: Document): LocatedOperation[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      return {
        method,
        path,
        operation,
        parameters: parameters.map((parameter) => dereference<Parameter>(document, parameter)),
        isSecured: (operation.security ?? document.security ?? []).length > 0,
      };
    }),
  );

/** The name of the schema of an operation's JSON body. */
export const bodySchemaOf = ({ requestBody }: Operation): string | undefined =>
  requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);

/** The schemas of JSON request bodies, each once. */
export const bodyNames = (document: Document): string[] => [
  ...new Set(operationsOf(document).flatMap(({ operation }) => bodySchemaOf(operation) ?? [])),
];

/** The parameters of each operation that has any, as one object schema: they are checked together, by name. */
export const parameterObjects = (document: Document): { operationId: string; name: string; schema: Schema }[] =>
  operationsOf(document)
    .filter(({ parameters }) => parameters.length > 0)
    .map(({ operation: { operationId }, parameters }) => ({
      operationId,
      name: `${operationId[0]?.toUpperCase()}${operationId.slice(1)}Parameters`,
      schema: schemaOf(parameters),
    }));

/** Everything of a request that is checked: bodies and parameter objects, by the names of their schemas. */
export const checkedSchemas = (document: Document): Record<string, Schema> => ({
  ...Object.fromEntries(bodyNames(document).map((name) => [name, document.components.schemas[name]!])),
  ...Object.fromEntries(parameterObjects(document).map(({ name, schema }) => [name, schema])),
});

const schemaOf = (parameters: readonly Parameter[]): Schema => ({
  type: 'object',
  // Whoever writes a URL or a header can only write text.
  'x-forgiving': true,
  properties: Object.fromEntries(parameters.map(({ name, schema, description }) => [name, { ...schema, description }])),
  required: parameters.filter(({ required }) => required).map(({ name }) => name),
});
