import type { Document } from '../../spec/document.ts';
import { parameterObjects } from '../../spec/operations.ts';
import { classNames } from '../../spec/schema-kind.ts';
import { emitClass } from './class.ts';
import { header } from '../literal.ts';

const IMPORTS = [
  "import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions, ApiSchema, type ApiSchemaOptions } from '@nestjs/swagger';",
  "import { anything, AtLeastOneOf, boolean, either, Is, list, map, MayBeAbsent, nothing, number, object, oneOf, OnlyKnownFields, tagged, text } from '../validators/index.ts';",
];

/** One DTO class for each object schema. */
export function emitSchemas(document: Document): string {
  const classes = classNames(document).map((name) => emitClass(document, name, document.components.schemas[name]!));
  return withUsedImports(classes.join('\n\n'));
}

/** One DTO class for the parameters of each operation that has any. */
export function emitParameters(document: Document): string {
  const classes = parameterObjects(document).map(({ name, schema }) => emitClass(document, name, schema));
  return withUsedImports(classes.join('\n\n'));
}

/** Only what the body calls, or casts to. */
function withUsedImports(body: string): string {
  const isUsed = (name: string) => body.includes(name.startsWith('type ') ? name.replace('type', 'as') : `${name}(`);
  const used = IMPORTS.map((line) =>
    line.replace(
      /\{(.*)\}/,
      (_, names: string) =>
        `{ ${names
          .split(',')
          .map((name) => name.trim())
          .filter(isUsed)
          .join(', ')} }`,
    ),
  );
  return `${header(used)}\n\n${body}\n`;
}
