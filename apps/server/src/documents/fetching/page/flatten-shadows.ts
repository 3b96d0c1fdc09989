import { ELEMENT, type PageDocument, type PageElement, type PageNode } from './dom.ts';

const SHADOWS = 'template[shadowrootmode="open"], template[shadowrootmode="closed"]';

/**
 * Puts what stands in the shadow of elements where a visitor sees it: in place of what the element holds itself, which
 * goes into the shadow's slots. Shadows are written as the `template` elements that HTML declares them by.
 */
export function flattenShadows(document: PageDocument): void {
  let templates = [...document.querySelectorAll(SHADOWS)];
  const hosts = new Set<PageElement>();
  while (templates.length > 0) {
    const inner: PageElement[] = [];
    for (const template of templates) {
      const { content, parentNode: host } = template;
      // The second one of an element is a mere template.
      if (content === undefined || host === null || hosts.has(host)) continue;
      hosts.add(host);
      inner.push(...content.querySelectorAll(SHADOWS));
      fillSlots(
        content,
        [...host.childNodes].filter((node) => node !== template),
      );
      template.replaceWith(...content.childNodes);
    }
    templates = inner;
  }
}

/** The first slot of each name takes what is meant for it; one that nothing is meant for shows what it holds itself. */
function fillSlots(content: Pick<PageElement, 'querySelectorAll'>, given: readonly PageNode[]): void {
  const bySlot = Map.groupBy(given, (node) => (isElement(node) ? (node.getAttribute('slot') ?? '') : ''));
  for (const node of given) node.remove();
  for (const slot of content.querySelectorAll('slot')) {
    const name = slot.getAttribute('name') ?? '';
    slot.replaceWith(...(bySlot.get(name) ?? slot.childNodes));
    bySlot.delete(name);
  }
}

function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT;
}
