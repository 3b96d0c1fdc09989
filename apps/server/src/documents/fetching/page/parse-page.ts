import { parseHTML } from 'linkedom';
import { ELEMENT, type PageDocument, type PageElement, type PageNode, TEXT } from './dom.ts';

/** A page is larger, or has more in it, than can be read in bounded time. */
export class PageTooLargeError extends Error {
  override readonly name = 'PageTooLargeError';

  constructor() {
    super('The page is too large to be read.');
  }
}

export interface ParsedPage {
  document: PageDocument;
  elementCount: number;
}

const MAX_CHARACTERS = 8 * 1024 * 1024;
/** No page that a person wrote nests deeper; readability's time grows with the cube of it. */
const MAX_DEPTH = 100;
/** linkedom looks through all attributes of an element for each one that it adds. */
const MAX_TAG_CHARACTERS = 64 * 1024;

const INVISIBLE = new Set(
  ['script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'canvas', 'svg', 'audio', 'video', 'map'].concat(
    ['input', 'select', 'textarea', 'button', 'datalist', 'dialog', 'link', 'meta', 'base'],
  ),
);
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/**
 * The tree of a page, as flat as its depth may be. Its body holds only what a visitor sees, its head stays. Throws
 * `PageTooLargeError`.
 */
export function parsePage(html: string): ParsedPage {
  if (html.length > MAX_CHARACTERS) throw new PageTooLargeError();
  const wrapped = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(dropHugeTags(wrapped)) as unknown as { document: PageDocument };
  fillBody(document);
  return { document, elementCount: tidy(document) };
}

/** A tag of a hundred thousand attributes; one with a picture in it loses the picture. */
function dropHugeTags(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let open = html.indexOf('<'); open !== -1; ) {
    const end = html.indexOf('>', open);
    const close = end === -1 ? html.length : end + 1;
    if (close - open > MAX_TAG_CHARACTERS && /[a-z]/i.test(html[open + 1] ?? '')) {
      kept.push(html.slice(from, open));
      from = close;
    }
    open = html.indexOf('<', close);
  }
  return from === 0 ? html : kept.join('') + html.slice(from);
}

/** Browsers open a body where none was written; this parser leaves its content beside the head. */
function fillBody({ documentElement, head, body }: PageDocument): void {
  const strays = [...documentElement.childNodes].filter((node) => node !== head && node !== body);
  if (strays.length > 0) body.append(...strays);
}

/** Takes out what is not to be seen and flattens what is too deep, level by level; counts the elements that stay. */
function tidy({ body, head }: PageDocument): number {
  let count = 0;
  let level: PageElement[] = [body];
  for (let depth = 1; level.length > 0; depth++) {
    const deeper: PageElement[] = [];
    for (const node of level.flatMap(({ childNodes }) => [...childNodes])) {
      if (node.nodeType === TEXT) continue;
      if (!isElement(node) || isHidden(node)) {
        node.remove();
        // Readability finds dates and titles there.
        if (isElement(node) && node.getAttribute('type') === 'application/ld+json') head.append(node);
        continue;
      }
      count++;
      if (depth < MAX_DEPTH) deeper.push(node);
      else flatten(node);
    }
    level = deeper;
  }
  return count;
}

function flatten(element: PageElement): void {
  for (const invisible of element.querySelectorAll('script, style, template, noscript')) invisible.remove();
  element.replaceWith(element.textContent);
}

function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT;
}

function isHidden(element: PageElement): boolean {
  if (INVISIBLE.has(element.localName)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return HIDING_STYLE.test(element.getAttribute('style') ?? '');
}
