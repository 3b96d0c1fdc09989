import type { Document, Schema } from '../spec/document.ts';
import { mergeAllOf, partNames } from '../spec/merge-all-of.ts';
import { bodyNames, parameterObjects } from '../spec/operations.ts';
import { constantCase, header, literal } from './literal.ts';

/** The field names of each schema that requests are composed of, and of each request body. */
export function emitNameLists(document: Document): string {
  const lists = [...partNames(document), ...bodyNames(document)].map(
    (name) => `export const ${constantCase(name)} = ${literal(fieldNames(document, name))} as const;`,
  );
  return `${header()}\n\n${lists.join('\n\n')}\n`;
}

/** Request body → everything needed to check it; operation → the same for its parameters. */
export function emitChecks(document: Document): string {
  const bodies = bodyNames(document);
  return `${header([
    "import type { CompiledValidator } from '../explain.ts';",
    "import * as plans from './forgiving.gen.ts';",
    `import { ${bodies.map(constantCase).join(', ')} } from './names.gen.ts';`,
    "import * as parameters from './parameters.gen.ts';",
    "import * as schemas from './schemas.gen.ts';",
    "import * as validators from './validators.gen.ts';",
  ])}

/** Every request body: its class, its compiled validator, how it is tidied, and the fields it knows. */
export const BODIES = {
${bodies.map((name) => `${name}: { ${emitCheck('schemas', name)}, fields: ${constantCase(name)} }`).join(',\n')}
} as const;

/** The parameters of every operation that has any. */
export const PARAMETERS = {
${parameterObjects(document)
  .map(({ operationId, name }) => `${operationId}: { ${emitCheck('parameters', name)} }`)
  .join(',\n')}
} as const;
`;
}

function emitCheck(classes: string, name: string): string {
  return `dto: ${classes}.${name}Dto, accepts: validators.${name} as CompiledValidator, plan: plans.${name}`;
}

function fieldNames(document: Document, name: string): string[] {
  return Object.keys(mergeAllOf(document, document.components.schemas[name] as Schema).properties ?? {});
}
