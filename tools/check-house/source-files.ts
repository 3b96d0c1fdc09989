import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that people wrote: neither generated nor a recorded fixture. */
export interface SourceFile {
  /** From the root of the repository, with `/` between folders. */
  path: string;
  text: string;
}

/** The hand-written TypeScript and JavaScript of the working tree, files not yet committed included. */
export function readSourceFiles(root: string): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root });
  return listed
    .toString()
    .split('\0')
    .filter((path) => /[.](ts|mjs)$/.test(path) && !/(^|[/])(gen|__fixtures__|__golden__)[/]/.test(path))
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

export function isSpec({ path }: SourceFile): boolean {
  return /[.](e2e-)?spec[.]ts$/.test(path);
}
