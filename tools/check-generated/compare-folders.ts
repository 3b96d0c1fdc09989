import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What differs between the files that are there and those that should be, one sentence each; byte by byte. */
export function compareFolders(actual: string, expected: string): string[] {
  const here = filesIn(actual);
  const wanted = filesIn(expected);
  return [...new Set([...here, ...wanted])].sort().flatMap((file) => {
    const path = join(actual, file);
    if (!here.includes(file)) return `missing: ${path}`;
    if (!wanted.includes(file)) return `extra: ${path}`;
    return readFileSync(path).equals(readFileSync(join(expected, file))) ? [] : `different: ${path}`;
  });
}

/** Also hidden and empty ones: a `git diff` would not see a new file. */
function filesIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : [];
}
