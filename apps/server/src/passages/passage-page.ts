import type { StoredChunk } from '../retrieval/stored-chunk.ts';
import { placeWords } from './place-words.ts';

/** Nothing of a document may run, load or lead anywhere. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
};

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; font: 1.05rem/1.6 system-ui, sans-serif; }
h1 { font-size: 1.3rem; line-height: 1.3; margin-bottom: .25rem; }
.place { color: GrayText; margin: 0 0 1.5rem; font-size: .9rem; }
blockquote { margin: 0; padding: .25rem 0 .25rem 1.25rem; border-left: 3px solid color-mix(in srgb, CanvasText 25%, Canvas);
  white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** A passage as a person reads it who follows a citation. */
export function passagePage({ text, metadata, place, position, startOffset, endOffset }: StoredChunk): string {
  const title = typeof metadata.title === 'string' ? metadata.title : 'Untitled document';
  const where = placeWords(place) || `passage ${position + 1}, characters ${startOffset + 1} to ${endOffset}`;
  const source = linkOf(metadata.url);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
<h1>${escaped(title)}</h1>
<p class="place">${escaped(where)}${source}</p>
<blockquote dir="auto">${escaped(text)}</blockquote>
</html>
`;
}

function linkOf(url: unknown): string {
  if (typeof url !== 'string' || !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) return '';
  return ` · <a rel="noopener noreferrer nofollow" href="${escaped(url)}">source</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
