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
  /** A signature in the query may stand in for the token. */
  hasSignedLink: boolean;
}

/** All operations, in the contract's order. */
export function operationsOf(document: Document): LocatedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const security = operation.security ?? document.security ?? [];
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      return {
        method,
        path,
        operation,
        parameters: parameters.map((parameter) => dereference<Parameter>(document, parameter)),
        isSecured: security.length > 0,
        hasSignedLink: security.some((scheme) => 'signedLink' in scheme),
      };
    }),
  );
}

/** How a body may be sent. A form's fields and JSON's follow one schema; a file can only stand in the last one. */
export const BODY_TYPES = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];

/** The media types of an operation's body, in the contract's order. */
export function bodyTypesOf({ requestBody }: Operation): string[] {
  return Object.keys(requestBody?.content ?? {});
}

/** The name of the schema of an operation's body, which is the same for every media type. */
export function bodySchemaOf({ requestBody }: Operation): string | undefined {
  return Object.values(requestBody?.content ?? {})[0]
    ?.schema.$ref?.split('/')
    .at(-1);
}

/** The schemas of request bodies, each once. */
export function bodyNames(document: Document): string[] {
  return [...new Set(operationsOf(document).flatMap(({ operation }) => bodySchemaOf(operation) ?? []))];
}

/** The parameters of each operation that has any, as one object schema: they are checked together, by name. */
export function parameterObjects(document: Document): { operationId: string; name: string; schema: Schema }[] {
  return operationsOf(document)
    .filter(({ parameters }) => parameters.length > 0)
    .map(({ operation: { operationId }, parameters }) => ({
      operationId,
      name: `${operationId[0]?.toUpperCase()}${operationId.slice(1)}Parameters`,
      schema: schemaOf(parameters),
    }));
}

/** Everything of a request that is checked: bodies and parameter objects, by the names of their schemas. */
export function checkedSchemas(document: Document): Record<string, Schema> {
  return {
    ...Object.fromEntries(bodyNames(document).map((name) => [name, document.components.schemas[name]!])),
    ...Object.fromEntries(parameterObjects(document).map(({ name, schema }) => [name, schema])),
  };
}

function schemaOf(parameters: readonly Parameter[]): Schema {
  return {
    type: 'object',
    // Whoever writes a URL or a header can only write text.
    'x-forgiving': true,
    properties: Object.fromEntries(
      parameters.map(({ name, schema, description }) => [name, { ...schema, description }]),
    ),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
  };
}
