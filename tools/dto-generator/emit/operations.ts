import { dereference, type Document, type Parameter, type Response, type Schema } from '../spec/document.ts';
import { bodySchemaOf, bodyTypesOf, type LocatedOperation, operationsOf } from '../spec/operations.ts';
import { header, literal } from './literal.ts';
import { emitSwagger } from './swagger.ts';

/** operationId → how it is routed and guarded. */
export function emitOperations(document: Document): string {
  const entries = operationsOf(document).map(
    (located) => `${located.operation.operationId}: ${literal(route(located))}`,
  );
  return `${header()}

/** Every operation of the contract: where it is, who may call it, and what a success is. Paths are in Nest's form. */
export const OPERATIONS = {
  ${entries.join(',\n')}
} as const;
`;
}

function route({ method, path, operation, parameters, isSecured, hasSignedLink }: LocatedOperation) {
  return {
    method,
    path: path.replaceAll(/\{([^}]+)\}/g, ':$1'),
    secured: isSecured,
    ...(hasSignedLink && { signedLink: true }),
    successStatus: Number(Object.keys(operation.responses).find((status) => status.startsWith('2'))),
    body: bodySchemaOf(operation),
    bodyTypes: operation.requestBody && bodyTypesOf(operation),
    parameters: Object.fromEntries(parameters.map(({ name, in: place }) => [name, place])),
  };
}

/** operationId → what @nestjs/swagger says about it. Responses that operations share stand there once. */
export function emitDescriptions(document: Document): string {
  const responses = Object.entries(document.components.responses ?? {}).map(
    ([name, response]) => `${name}: ${literal(describeResponse(document, response))}`,
  );
  const operations = operationsOf(document).map(
    (located) => `${located.operation.operationId}: ${describeOperation(document, located)}`,
  );
  return `${header([
    "import type { OperationDescription, ResponseDescription } from '../operation-description.ts';",
    "import type { OPERATIONS } from './operations.gen.ts';",
  ])}

const responses = {
  ${responses.join(',\n')}
} satisfies Record<string, ResponseDescription>;

/** What Swagger shows of each operation. */
export const DESCRIPTIONS: Record<keyof typeof OPERATIONS, OperationDescription> = {
  ${operations.join(',\n')}
};
`;
}

function describeOperation(document: Document, { operation, parameters }: LocatedOperation): string {
  const { operationId, summary, description, tags, requestBody } = operation;
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const shared = '$ref' in response && `responses.${response.$ref.split('/').at(-1)}`;
    return `${status}: ${shared || literal(describeResponse(document, response as Response))}`;
  });
  const body = requestBody && { required: requestBody.required ?? false, ...Object.values(requestBody.content)[0] };
  return `{
    operation: ${literal({ operationId, summary, description, tags })},
    parameters: ${literal(parameters.map((parameter) => describeParameter(document, parameter)))},
    ${body ? `body: ${literal(body)},` : ''}
    responses: { ${responses.join(', ')} },
  }`;
}

function describeParameter(document: Document, { schema, ...parameter }: Parameter) {
  return {
    ...parameter,
    required: parameter.required ?? false,
    schema: emitSwagger(document, schema),
  };
}

function describeResponse(document: Document, { description, headers, content }: Response) {
  return {
    description,
    headers:
      headers &&
      Object.fromEntries(
        Object.entries(headers).map(([name, sent]) => {
          const { schema, ...others } = dereference<{ description?: string; schema: Schema }>(document, sent);
          return [name, { ...others, schema: emitSwagger(document, schema) }];
        }),
      ),
    content: content && describeContent(document, content),
  };
}

function describeContent(document: Document, content: NonNullable<Response['content']>) {
  return Object.fromEntries(
    Object.entries(content).map(([type, { schema, ...others }]) => [
      type,
      { schema: describeBody(document, schema), ...others },
    ]),
  );
}

/** Alternatives of one JSON type are fine where nothing is checked: the frames of a stream. */
function describeBody(document: Document, schema: Schema) {
  return schema.anyOf
    ? { anyOf: schema.anyOf.map((member) => emitSwagger(document, member)) }
    : emitSwagger(document, schema);
}
