import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, type Options, resolveConfig } from 'prettier';
import { emitAgreement } from './emit/agreement.ts';
import { emitForgiving } from './emit/forgiving.ts';
import { emitDescriptions, emitOperations } from './emit/operations.ts';
import { emitParameters, emitSchemas } from './emit/dto/schemas.ts';
import { emitChecks, emitNameLists } from './emit/tables.ts';
import { emitValidators } from './emit/validators.ts';
import { type Document, readDocument } from './spec/document.ts';
import { unsupportedIn } from './spec/supported-keywords.ts';

/** Ajv's code is for machines: formatted, it would be twice as long. */
const COMPILED = 'validators.gen.ts';

/** File → what stands in it. */
const EMITTERS: Record<string, (document: Document) => string> = {
  'schemas.gen.ts': emitSchemas,
  'parameters.gen.ts': emitParameters,
  'operations.gen.ts': emitOperations,
  'descriptions.gen.ts': emitDescriptions,
  'names.gen.ts': emitNameLists,
  'forgiving.gen.ts': emitForgiving,
  [COMPILED]: emitValidators,
  'checks.gen.ts': emitChecks,
  'agreement.gen.ts': emitAgreement,
};

/**
 * Writes the DTOs of a contract into a folder, whose former content goes.
 * @throws Error when the contract holds something that the generated code would not check; nothing is written then.
 */
export async function generateDtos(contractFile: string, folder: string): Promise<void> {
  const document = readDocument(contractFile);
  refuseUnsupported(document);
  const files = await emitAll(document);
  writeAll(folder, files);
}

function refuseUnsupported(document: Document): void {
  const unsupported = unsupportedIn(document);
  if (unsupported.length > 0) throw new Error(`The generator cannot express:\n${unsupported.join('\n')}`);
}

/** File → formatted content. */
export async function emitAll(document: Document): Promise<Map<string, string>> {
  const style: Options = { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' };
  const files = Object.entries(EMITTERS).map(async ([file, emit]) => {
    const text = emit(document);
    return [file, file === COMPILED ? text : await format(text, style)] as const;
  });
  return new Map(await Promise.all(files));
}

function writeAll(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of files) writeFileSync(join(folder, file), content);
}
