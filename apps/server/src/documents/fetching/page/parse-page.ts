import { parseHTML } from 'linkedom';
import { ELEMENT, type PageDocument, type PageElement, type PageNode, TEXT } from './dom.ts';
import { flattenShadows } from './flatten-shadows.ts';
import { simplifyMarkup } from './simplify-markup.ts';

export interface ParsedPage {
  document: PageDocument;
  /** The depths of all elements, added up: what climbing from each of them costs. */
  weight: number;
}

/** No page that a person wrote nests deeper; readability's time grows with the cube of it. */
const MAX_DEPTH = 100;
const INVISIBLE = new Set(
  [
    'script',
    'style',
    'noscript',
    'template',
    'iframe',
    'object',
    'embed',
    'canvas',
    'svg',
    'audio',
    'video',
    'map',
  ].concat(['input', 'select', 'textarea', 'button', 'datalist', 'dialog', 'link', 'meta', 'base']),
);
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/**
 * The tree of a page, as flat as its depth may be. Its body holds only what a visitor sees, its head stays. Throws
 * `PageTooLargeError`.
 */
export function parsePage(html: string): ParsedPage {
  const simple = simplifyMarkup(html);
  const wrapped = /<html[\s>]/i.test(simple) ? simple : `<html><head></head><body>${simple}</body></html>`;
  const { document } = parseHTML(wrapped) as unknown as { document: PageDocument };
  fillBody(document);
  flattenShadows(document);
  return { document, weight: tidy(document) };
}

/** Browsers open a body where none was written; this parser leaves its content beside the head. */
function fillBody({ documentElement, head, body }: PageDocument): void {
  const strays = [...documentElement.childNodes].filter((node) => node !== head && node !== body);
  if (strays.length > 0) body.append(...strays);
}

/** Takes out what is not to be seen and flattens what is too deep, level by level; weighs what stays. */
function tidy({ body, head }: PageDocument): number {
  let weight = 0;
  let level: PageElement[] = [body];
  for (let depth = 1; level.length > 0; depth++) {
    const deeper: PageElement[] = [];
    for (const element of level.flatMap(({ childNodes }) => visibleElements(childNodes, head))) {
      weight += depth;
      if (depth < MAX_DEPTH) deeper.push(element);
      else flatten(element);
    }
    level = deeper;
  }
  return weight;
}

/** Removes the others: comments, and elements that show nothing. */
function visibleElements(nodes: Iterable<PageNode>, head: PageElement): PageElement[] {
  return [...nodes].filter((node): node is PageElement => {
    if (node.nodeType === TEXT) return false;
    if (isElement(node) && !isHidden(node)) return true;
    node.remove();
    // Readability finds dates and titles there.
    if (isElement(node) && node.getAttribute('type') === 'application/ld+json') head.append(node);
    return false;
  });
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
