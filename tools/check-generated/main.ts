import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { generate, GENERATED } from '../generate.ts';
import { compareFolders } from './compare-folders.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');

/** Generates into a temporary folder and says where the files below `root` differ. */
async function differences(root: string): Promise<string[]> {
  const fresh = mkdtempSync(join(tmpdir(), 'groundwire-generated-'));
  try {
    await generate(fresh);
    return Object.values(GENERATED).flatMap((folder) => compareFolders(join(root, folder), join(fresh, folder)));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

const { values } = parseArgs({ options: { root: { type: 'string', default: REPOSITORY } } });
const found = await differences(resolve(values.root));
for (const difference of found) console.error(difference);
if (found.length > 0) console.error('Generated code is not what openapi.yaml makes: run `npm run generate`.');
process.exitCode = found.length > 0 ? 1 : 0;
