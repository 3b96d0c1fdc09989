import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '@hey-api/openapi-ts';
import { generateDtos } from './dto-generator/main.ts';

const ROOT = resolve(import.meta.dirname, '..');
const CONTRACT = join(ROOT, 'openapi.yaml');

/** Where generated code lives, from the root of the repository. */
export const GENERATED = { client: 'packages/client/src/gen', dto: 'packages/dto/src/gen' };

/** Makes everything that is generated, below another folder when one is named. @throws Error when a part fails. */
export async function generate(outputRoot: string, contract = CONTRACT): Promise<void> {
  if (!existsSync(contract)) throw new Error(`There is no contract at ${contract}`);
  await generateClient(contract, join(outputRoot, GENERATED.client));
  await generateDtos(contract, join(outputRoot, GENERATED.dto));
}

/** hey-api 0.99 reports success when its input is missing or nothing was written, so its output is looked for. */
async function generateClient(input: string, path: string): Promise<void> {
  await createClient({
    input,
    output: { path, importFileExtension: '.ts' },
    plugins: ['@hey-api/typescript', '@hey-api/sdk', '@hey-api/client-fetch'],
    logs: { level: 'silent' },
  });
  const missing = ['types.gen.ts', 'sdk.gen.ts', 'client.gen.ts'].filter((file) => !existsSync(join(path, file)));
  if (missing.length > 0) throw new Error(`hey-api did not write ${missing.join(', ')} to ${path}`);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { 'output-root': { type: 'string', default: ROOT } } });
  await generate(resolve(values['output-root']));
}
