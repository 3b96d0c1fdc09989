import { type Node, normalizeSchema, resolveReference } from './normalize-schema.ts';

/**
 * What two OpenAPI documents say differently about operations: routes, security, parameters, bodies, responses and all
 * words, but not the form in which it is said.
 * @returns One line for each difference, with its place; empty when there is none.
 */
export function findDrift(contract: object, described: object): string[] {
  return differences(operationsOf(contract as Node), operationsOf(described as Node), []);
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

function operationsOf(document: Node): Node {
  return Object.fromEntries(
    Object.entries(document.paths as Record<string, Node>).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method]).map((method) => [
        `${method} ${path.replace(/(?<=.)\/$/, '')}`,
        normalizeOperation(document, item, item[method] as Node),
      ]),
    ),
  );
}

function normalizeOperation(document: Node, item: Node, operation: Node): Node {
  const parameters = [
    ...((item.parameters as Node[] | undefined) ?? []),
    ...((operation.parameters as Node[] | undefined) ?? []),
  ];
  const { operationId, tags, summary, description } = operation;
  const security = (operation.security ?? document.security ?? []) as Node[];
  return {
    operationId,
    tags,
    summary,
    description,
    security: security.map((scheme) => Object.keys(scheme).join()),
    parameters: Object.fromEntries(parameters.map((parameter) => normalizeParameter(document, parameter))),
    requestBody: operation.requestBody && normalizeBody(document, operation.requestBody as Node),
    responses: mapNodes(operation.responses, (response) => normalizeBody(document, response)),
  };
}

/** Without `example`: @nestjs/swagger moves a header's into its schema. */
function normalizeParameter(document: Node, reference: Node): [string, Node] {
  const { name, in: place, required, description, schema } = resolveReference(document, reference);
  const { example: _example, ...plain } = normalizeSchema(document, schema as Node);
  return [`${String(place)} ${String(name)}`, { required: required ?? false, description, schema: plain }];
}

/** A request body or a response. */
function normalizeBody(document: Node, reference: Node): Node {
  const { required, description, headers, content } = resolveReference(document, reference);
  return {
    required,
    description,
    headers: mapNodes(headers, (header) => withSchema(document, resolveReference(document, header))),
    content: mapNodes(content, (media) => withSchema(document, media)),
  };
}

function withSchema(document: Node, { schema, ...others }: Node): Node {
  return {
    ...others,
    schema: normalizeSchema(document, schema as Node),
  };
}

function mapNodes(nodes: unknown, change: (node: Node) => Node): Node {
  return Object.fromEntries(
    Object.entries((nodes ?? {}) as Record<string, Node>).map(([name, node]) => [name, change(node)]),
  );
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function differences(contract: unknown, described: unknown, place: readonly string[]): string[] {
  if (isNode(contract) && isNode(described)) {
    const names = new Set([...Object.keys(contract), ...Object.keys(described)]);
    return [...names].flatMap((name) => differences(contract[name], described[name], [...place, name]));
  }
  if (contract === described) return [];
  return [`${place.join(' > ')}: the contract says ${show(contract)}, the decorators say ${show(described)}`];
}

function show(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120);
}
