/** A JSON value as source text. Fields that are undefined vanish. */
export function literal(value: unknown): string {
  return JSON.stringify(value);
}

/** Arguments of a call, without trailing ones that say nothing. */
export function call(name: string, ...args: (string | undefined)[]): string {
  const last = args.findLastIndex((argument) => argument !== undefined);
  return `${name}(${args
    .slice(0, last + 1)
    .map((argument) => argument ?? 'undefined')
    .join(', ')})`;
}

/** An object literal without its empty fields; undefined when none is left. */
export function options(fields: Record<string, unknown>): string | undefined {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return given.length > 0 ? literal(Object.fromEntries(given)) : undefined;
}

/** A doc comment, or nothing. */
export function comment(text: string | undefined): string {
  return text?.trim().includes('\n')
    ? `/**\n * ${text.trim().replaceAll('*/', '* /').replaceAll('\n', '\n * ')}\n */\n`
    : text
      ? `/** ${text.trim()} */\n`
      : '';
}

/** "RetrievalParameters" → "RETRIEVAL_PARAMETERS". */
export function constantCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
}

/** The first lines of every generated file. */
export function header(imports: readonly string[] = []): string {
  return ['// Made by tools/dto-generator from openapi.yaml: `npm run generate`. Do not edit.', ...imports].join('\n');
}
