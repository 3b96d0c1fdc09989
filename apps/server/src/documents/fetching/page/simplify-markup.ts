/** A page has more in it than can be read in bounded time. */
export class PageTooLargeError extends Error {
  override readonly name = 'PageTooLargeError';

  constructor() {
    super('The page is too large to be read.');
  }
}

const MAX_CHARACTERS = 8 * 1024 * 1024;
const MAX_TAGS = 200_000;
/** The parser looks through all attributes of an element for each one that it adds. */
const MAX_TAG_CHARACTERS = 64 * 1024;
/** The parser climbs to the root for each element that it adds. */
const MAX_OPEN = 300;

const RAW_TEXT = new Set(['script', 'style', 'noscript', 'textarea', 'iframe']);
const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** Closed by their next sibling: without an end tag they do not nest. */
const SELF_CLOSING = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'thead',
  'tbody',
  'tfoot',
  'option',
  'optgroup',
  'rt',
  'rp',
]);
const TAG_NAME = /\/?([a-z][^\s/>]{0,30})/iy;

/**
 * Markup that costs a parser no more than its size: without scripts, styles, comments and monstrous tags, and not nested
 * without end. One pass. Throws `PageTooLargeError`.
 */
export function simplifyMarkup(html: string): string {
  if (html.length > MAX_CHARACTERS) throw new PageTooLargeError();
  const kept: string[] = [];
  let from = 0;
  let open = 0;
  let tags = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const mark = markAt(html, at);
    at = mark?.end ?? at + 1;
    if (mark === undefined) continue;
    if (++tags > MAX_TAGS) throw new PageTooLargeError();
    // An end tag beyond the limit belongs to a start tag that was left out.
    const isTooDeep = mark.nests && (mark.isEnd ? open : open + 1) > MAX_OPEN;
    if (mark.nests) open = Math.max(0, open + (mark.isEnd ? -1 : 1));
    if (mark.isWanted && !isTooDeep) continue;
    kept.push(html.slice(from, mark.start));
    from = mark.end;
  }
  return kept.join('') + html.slice(from);
}

interface Mark {
  start: number;
  end: number;
  isEnd: boolean;
  isWanted: boolean;
  /** Whether what follows stands inside it, until its end tag. */
  nests: boolean;
}

/** The comment or tag that begins here, an element of raw text as a whole; undefined when this is a mere "<". */
function markAt(html: string, start: number): Mark | undefined {
  if (html.startsWith('<!--', start)) {
    return { start, end: endAfter(html, '-->', start + 2), isEnd: false, isWanted: false, nests: false };
  }
  const name = nameAt(html, start + 1);
  if (name === undefined) return undefined;
  const isEnd = html[start + 1] === '/';
  const isRaw = RAW_TEXT.has(name);
  const end = isRaw && !isEnd ? endOfElement(html, name, start) : endAfter(html, '>', start);
  const isWanted = end - start <= MAX_TAG_CHARACTERS && (!isRaw || isLinkedData(html, start));
  return { start, end, isEnd, isWanted, nests: !isRaw && !VOID.has(name) && !SELF_CLOSING.has(name) };
}

function nameAt(html: string, at: number): string | undefined {
  TAG_NAME.lastIndex = at;
  return TAG_NAME.exec(html)?.[1]?.toLowerCase();
}

/** Dates and titles stand there. */
function isLinkedData(html: string, at: number): boolean {
  return /^<script[^>]{0,200}application\/ld\+json/i.test(html.slice(at, at + 300));
}

/** What is never closed reaches to the end. */
function endOfElement(html: string, name: string, at: number): number {
  const closing = new RegExp(`</${name}[^>]*>`, 'gi');
  closing.lastIndex = at;
  return closing.test(html) ? closing.lastIndex : html.length;
}

function endAfter(html: string, mark: string, at: number): number {
  const found = html.indexOf(mark, at);
  return found === -1 ? html.length : found + mark.length;
}
