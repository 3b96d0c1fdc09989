import mammoth from 'mammoth';
import { parsePage } from '../../fetching/page/parse-page.ts';
import { toMarkdown } from '../../fetching/page/to-markdown.ts';
import { MAX_TEXT_BYTES } from '../limits.ts';
import type { Part } from '../part.ts';
import { cleanText } from '../plain/decode-text.ts';
import { readWhole, type Source } from '../source.ts';
import { Archive } from './archive.ts';
import { coreProperties } from './core-properties.ts';

/** Word: headings, lists and tables as Markdown; pictures are left out. */
export async function* readDocx(source: Source): AsyncGenerator<Part> {
  const archive = await Archive.open(source);
  // The library that reads it trusts what an archive says of itself.
  await archive.verify();
  yield await coreProperties(archive);
  const buffer = await readWhole(source, MAX_TEXT_BYTES);
  const { value: html } = await mammoth.convertToHtml(
    { buffer },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) },
  );
  const text = cleanText(toMarkdown(parsePage(`<!doctype html><body>${html}</body>`).document.body));
  const heading = /^#{1,2} (.+)$/m.exec(text)?.[1];
  if (heading !== undefined) yield { kind: 'title', title: heading };
  yield { kind: 'text', text };
}
