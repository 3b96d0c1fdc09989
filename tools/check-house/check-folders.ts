import { posix } from 'node:path';
import { isSpec, type SourceFile } from './source-files.ts';

const MAX_FILES = 9;

/** A tenth source file in a folder is the sign of a second room. Specs and migrations do not count. */
export function checkFolders(files: SourceFile[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files.filter((candidate) => !isSpec(candidate))) {
    const folder = posix.dirname(file.path);
    if (!folder.endsWith('/migrations')) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > MAX_FILES)
    .map(([folder, count]) => `${folder}/ holds ${count} source files; at most ${MAX_FILES}, then make a second room`);
}
