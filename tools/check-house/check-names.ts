import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

const kebabCase = /^[.]?[a-z0-9]+(-[a-z0-9]+)*([.][a-z0-9]+(-[a-z0-9]+)*)*$/;
const saysNothing = /^(utils?|helpers?|common|misc|shared)$/;

/** File and folder names are kebab-case and say what is inside. */
export function checkNames(files: SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const words = path.split(/[/.-]/);
    if (!kebabCase.test(posix.basename(path))) return [`${path} is not in kebab-case`];
    return words.some((word) => saysNothing.test(word)) ? [`${path}: name it after what it does`] : [];
  });
}
