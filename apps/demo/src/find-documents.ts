import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A file of the project's documentation. */
export interface DemoDocument {
  /** Relative to the root, with slashes. */
  path: string;
  title: string;
  url: string;
  text: string;
}

const ROOT_DOCUMENTS = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'];

/** The documentation below `root`: the well-known files that are there, then each Markdown file of `docs/` by name. */
export async function findDocuments(root: string): Promise<DemoDocument[]> {
  const names = await readdir(root);
  const wellKnown = ROOT_DOCUMENTS.filter((name) => names.includes(name));
  const inDocs = names.includes('docs') ? await readdir(join(root, 'docs'), { recursive: true }) : [];
  const others = inDocs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name.replaceAll(sep, '/')}`);
  const documents = await Promise.all([...wellKnown, ...others.sort()].map((path) => readDocument(root, path)));
  return documents.filter(({ text }) => text.trim() !== '');
}

async function readDocument(root: string, path: string): Promise<DemoDocument> {
  const text = await readFile(join(root, path), 'utf8');
  return { path, title: titleOf(text) ?? path, url: pathToFileURL(join(root, path)).href, text };
}

/** The first heading of level 1. */
function titleOf(markdown: string): string | undefined {
  return /^#\s+(.+?)\s*#*$/m.exec(markdown)?.[1];
}
