import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

const KEBAB_CASE = /^[.]?[a-z0-9]+(-[a-z0-9]+)*([.][a-z0-9]+(-[a-z0-9]+)*)*$/;
const SAYS_NOTHING = /^(utils?|helpers?|common|misc|shared)$/;

/** File and folder names are kebab-case and say what is inside. */
export function checkNames(files: SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const words = path.split(/[/.-]/);
    if (!KEBAB_CASE.test(posix.basename(path))) return [`${path} is not in kebab-case`];
    return words.some((word) => SAYS_NOTHING.test(word)) ? [`${path}: name it after what it does`] : [];
  });
}
