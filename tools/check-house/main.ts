// What lint cannot see: folders, names, sizes as a whole, and the lockfile.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFolders } from './check-folders.ts';
import { checkLockfile, type Lockfile } from './check-lockfile.ts';
import { checkMarks } from './check-marks.ts';
import { checkNames } from './check-names.ts';
import { checkSizes, measureSizes } from './check-sizes.ts';
import { readSourceFiles } from './source-files.ts';

const root = join(import.meta.dirname, '../..');
function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

const files = readSourceFiles(root);
const sizes = measureSizes(files);
const manifest = readJson('package.json') as { allowScripts: Record<string, boolean> };
const complaints = [
  ...checkFolders(files),
  ...checkNames(files),
  ...checkMarks(files),
  ...checkSizes(sizes),
  ...checkLockfile(readJson('package-lock.json') as Lockfile, manifest.allowScripts),
];

console.log(
  `${sizes.files} source files: median ${sizes.median} lines, 95 % within ${sizes.in95th}, ` +
    `longest ${sizes.longest}; ${sizes.commentPercent} % comments`,
);
complaints.forEach((complaint) => console.error(complaint));
process.exitCode = complaints.length > 0 ? 1 : 0;
