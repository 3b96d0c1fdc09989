// What is used of the DOM, by name: TypeScript's own library for it would declare a browser's globals everywhere.

export interface PageNode {
  nodeType: number;
  nodeName: string;
  parentNode: PageElement | null;
  firstChild: PageNode | null;
  nextSibling: PageNode | null;
  childNodes: Iterable<PageNode>;
  textContent: string;
  remove(): void;
}

export interface PageElement extends PageNode {
  /** In lower case. */
  localName: string;
  /** Of a template. */
  content?: Pick<PageElement, 'childNodes' | 'querySelectorAll'>;
  children: Iterable<PageElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  append(...nodes: (PageNode | string)[]): void;
  replaceWith(...nodes: (PageNode | string)[]): void;
}

export interface PageDocument {
  documentElement: PageElement;
  head: PageElement;
  body: PageElement;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const ELEMENT = 1;
export const TEXT = 3;
