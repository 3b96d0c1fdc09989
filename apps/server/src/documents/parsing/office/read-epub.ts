import { posix } from 'node:path';
import { parsePage } from '../../fetching/page/parse-page.ts';
import { toMarkdown } from '../../fetching/page/to-markdown.ts';
import { elementsNamed, parseXml, textOf } from '../markup/parse-xml.ts';
import { languageTag, statedTime } from '../../fetching/page/page-metadata.ts';
import { MAX_PAGES } from '../limits.ts';
import type { Part } from '../part.ts';
import type { Source } from '../source.ts';
import { UnreadableError } from '../unreadable-error.ts';
import { Archive } from './archive.ts';

/** A book: its chapters as Markdown, in reading order. */
export async function* readEpub(source: Source): AsyncGenerator<Part> {
  const archive = await Archive.open(source);
  const container = parseXml((await archive.text('META-INF/container.xml')) ?? '');
  const [root] = elementsNamed(container, 'rootfile');
  const packagePath = root?.attributes['full-path'] ?? '';
  const book = parseXml((await archive.text(packagePath)) ?? '');
  const [title] = elementsNamed(book, 'title');
  if (title !== undefined) yield { kind: 'title', title: textOf(title.children).trim() };
  const [date] = [...elementsNamed(book, 'date')].flatMap(({ children }) => statedTime(textOf(children)) ?? []);
  const [language] = [...elementsNamed(book, 'language')].flatMap(
    ({ children }) => languageTag(textOf(children)) ?? [],
  );
  const facts = { ...(date && { time: date }), ...(language && { language }) };
  yield { kind: 'facts', facts };
  const paths = new Map([...elementsNamed(book, 'item')].map(({ attributes }) => [attributes.id, attributes.href]));
  const chapters = [...elementsNamed(book, 'itemref')].flatMap(({ attributes }) => paths.get(attributes.idref) ?? []);
  if (chapters.length === 0) throw new UnreadableError('The book has no chapters.');
  // One chapter of the file may stand in the reading order any number of times.
  if (chapters.length > MAX_PAGES) throw new UnreadableError(`The book has more than ${MAX_PAGES} chapters.`);
  yield { kind: 'pages', count: chapters.length };
  for (const [index, path] of chapters.entries()) {
    const name = posix.join(posix.dirname(packagePath), decodeURIComponent(path));
    const html = await archive.text(name);
    if (html === undefined) continue;
    const text = toMarkdown(parsePage(html).document.body);
    const chapter = /^#{1,6} (.+)$/m.exec(text)?.[1];
    yield { kind: 'text', text: `${text}\n\n`, ...(chapter !== undefined && { place: { chapter } }) };
    yield { kind: 'progress', done: (index + 1) / chapters.length };
  }
}
