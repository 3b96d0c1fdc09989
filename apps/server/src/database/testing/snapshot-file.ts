import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The tar of an empty PGlite cluster, which specs start from: creating a cluster takes seconds, unpacking this a fraction
 * of one. Made when it is not there yet.
 */
export function snapshotFile(): string {
  const repository = join(import.meta.dirname, '../../../../..');
  const manifest = readFileSync(join(repository, 'node_modules/@electric-sql/pglite/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(repository, 'node_modules/.cache/groundwire');
  const file = join(folder, `pglite-${version}.tar`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, [join(import.meta.dirname, 'make-snapshot.ts'), file]);
  return file;
}
