import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findDocuments } from './find-documents.ts';

let root: string;
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'groundwire-docs-'))));
afterEach(() => rm(root, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

it('finds the well-known files and every Markdown file of docs/, in a steady order', async () => {
  const names = [
    'docs/b.md',
    'docs/decisions/0001-a.md',
    'CONTRIBUTING.md',
    'README.md',
    'docs/notes.txt',
    'LICENSE',
    'other.md',
  ];
  for (const name of names) await write(name, `# About ${name}\n\nText.`);
  const documents = await findDocuments(root);
  expect(documents.map(({ path }) => path)).toEqual([
    'README.md',
    'CONTRIBUTING.md',
    'docs/b.md',
    'docs/decisions/0001-a.md',
  ]);
});

it('names each by its heading, or else by its path, and says where it is', async () => {
  await write('README.md', 'Intro.\n\n# Groundwire #\n\n## More\n');
  await write('docs/plain.md', '## Not a title\n');
  expect(await findDocuments(root)).toEqual([
    {
      path: 'README.md',
      title: 'Groundwire',
      url: pathToFileURL(join(root, 'README.md')).href,
      text: 'Intro.\n\n# Groundwire #\n\n## More\n',
    },
    {
      path: 'docs/plain.md',
      title: 'docs/plain.md',
      url: pathToFileURL(join(root, 'docs/plain.md')).href,
      text: '## Not a title\n',
    },
  ]);
});

it('leaves empty files out', async () => {
  await write('README.md', ' \n');
  expect(await findDocuments(root)).toEqual([]);
});
