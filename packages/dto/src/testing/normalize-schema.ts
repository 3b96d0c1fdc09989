/** A JSON value of an OpenAPI document. */
export type Node = Record<string, unknown>;

/**
 * A schema in the one form in which OpenAPI 3.1 (the contract) and 3.0 (what @nestjs/swagger writes) can be compared:
 * references resolved, `allOf` merged, `null` as `nullable`, `const` as `enum`, exclusive bounds as numbers.
 */
export function normalizeSchema(document: Node, schema: Node, seen: readonly string[] = []): Node {
  const each = (part: unknown) => normalizeSchema(document, part as Node, seen);
  if (typeof schema.$ref === 'string') return normalizeReference(document, schema, seen);
  if (Array.isArray(schema.allOf)) {
    const { allOf, ...own } = schema;
    return [...(allOf as Node[]), own].map(each).reduce(mergeObjects);
  }
  const { type, nullable, const: only, oneOf, anyOf, ...others } = normalizeBounds(schema);
  const types = [(type ?? []) as string | string[]].flat();
  const unions = { ...normalizeUnion('oneOf', oneOf, each), ...normalizeUnion('anyOf', anyOf, each) };
  return {
    ...mapParts(others, each),
    ...unions,
    ...(types.length > 0 && {
      type: types
        .filter((one) => one !== 'null')
        .sort()
        .join(),
    }),
    ...(only !== undefined && { enum: [only] }),
    ...((nullable === true || types.includes('null') || unions.nullable === true) && { nullable: true }),
  };
}

/** The thing a reference points at. */
export function resolveReference(document: Node, node: Node): Node {
  if (typeof node.$ref !== 'string') return node;
  const steps = node.$ref.split('/').slice(1);
  return resolveReference(
    document,
    steps.reduce<Node>((place, step) => (place[step] ?? {}) as Node, document),
  );
}

function normalizeReference(document: Node, { $ref, ...own }: Node, seen: readonly string[]): Node {
  const reference = String($ref);
  if (seen.includes(reference)) return { recursive: reference };
  return { ...normalizeSchema(document, resolveReference(document, { $ref }), [...seen, reference]), ...own };
}

/** Composed schemas as one: where both say something, the later one counts. */
function mergeObjects(first: Node, second: Node): Node {
  return {
    ...first,
    ...second,
    ...(first.properties || second.properties
      ? { properties: { ...(first.properties as Node), ...(second.properties as Node) } }
      : {}),
    ...(first.required || second.required
      ? { required: [...new Set([first, second].flatMap(requiredOf))].sort() }
      : {}),
  };
}

function requiredOf({ required }: Node): string[] {
  return (required ?? []) as string[];
}

/** One alternative left beside null is no union; an alternative that allows anything is no rule. */
function normalizeUnion(keyword: string, members: unknown, each: (part: unknown) => Node): Node {
  if (!Array.isArray(members)) return {};
  const others = (members as Node[]).filter(({ type }) => type !== 'null');
  const nullable = others.length < members.length && { nullable: true };
  if (others.length === 1) return { ...each(others[0]), ...nullable };
  return { [keyword]: others.map(each), ...nullable };
}

/** OpenAPI 3.0 marks a bound as exclusive with a boolean. */
function normalizeBounds({ exclusiveMinimum, exclusiveMaximum, ...schema }: Node): Node {
  const { minimum, maximum, ...others } = schema;
  return {
    ...others,
    ...normalizeBound('minimum', 'exclusiveMinimum', minimum, exclusiveMinimum),
    ...normalizeBound('maximum', 'exclusiveMaximum', maximum, exclusiveMaximum),
  };
}

function normalizeBound(name: string, exclusiveName: string, bound: unknown, exclusive: unknown): Node {
  if (exclusive === true) return { [exclusiveName]: bound };
  return {
    ...(bound !== undefined && { [name]: bound }),
    ...(typeof exclusive === 'number' && { [exclusiveName]: exclusive }),
  };
}

function mapParts(schema: Node, each: (part: unknown) => Node): Node {
  const { properties, required, items, additionalProperties, ...others } = schema;
  return {
    ...others,
    ...(items ? { items: each(items) } : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, each(part)])) }
      : {}),
    ...(Array.isArray(required) && required.length > 0 && { required: [...(required as string[])].sort() }),
    ...(typeof additionalProperties === 'object' && { additionalProperties: each(additionalProperties) }),
    ...(additionalProperties === false && { additionalProperties }),
  };
}
