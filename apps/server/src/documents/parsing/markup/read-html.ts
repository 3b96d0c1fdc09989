import { decodePage } from '../../fetching/page/decode-page.ts';
import { readPage } from '../../fetching/page/read-page.ts';
import { MAX_TREE_BYTES } from '../limits.ts';
import type { Part } from '../part.ts';
import { cleanText } from '../plain/decode-text.ts';
import { readWhole, type Source } from '../source.ts';

/** A page that was sent as a file has no address; links in it lead nowhere then. */
const NO_ADDRESS = 'http://localhost/';

/** A page: its article as Markdown. */
export async function* readHtml(source: Source): AsyncGenerator<Part> {
  const html = cleanText(decodePage(await readWhole(source, MAX_TREE_BYTES), source.charset));
  const { title, text, canonicalUrl, language, publishedTime: time } = readPage(html, source.url ?? NO_ADDRESS);
  if (title) yield { kind: 'title', title };
  if (source.url !== null) yield { kind: 'url', url: canonicalUrl };
  yield { kind: 'facts', facts: { ...(time && { time }), ...(language && { language }) } };
  yield { kind: 'text', text };
}
