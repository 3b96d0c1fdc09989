import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MigrateError } from '../migrate-error.ts';
import type { AnswerRecorder } from './askyoda-api.ts';

/**
 * Writes each answer of the source, as it came, into a folder that `--from-dump` reads.
 * @throws {MigrateError} when the folder holds something already.
 */
export async function writeDump(folder: string): Promise<AnswerRecorder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) {
    throw new MigrateError(`${folder} is not empty. Name a new folder in --dump.`);
  }
  return async (name, text) => {
    // Ids come from the source: they must not lead out of the folder.
    const path = join(folder, name.replaceAll(/[^\w.-]/g, '_'));
    await writeFile(`${path}.part`, text, { mode: 0o600 });
    await rename(`${path}.part`, path);
  };
}
