import { ELEMENT, type PageElement, type PageNode, TEXT } from './dom.ts';
import { tableToMarkdown } from './table-to-markdown.ts';

const INLINE = new Set(
  [
    'a',
    'abbr',
    'b',
    'bdi',
    'bdo',
    'big',
    'cite',
    'del',
    'dfn',
    'em',
    'font',
    'i',
    'ins',
    'kbd',
    'label',
    'mark',
    'q',
  ].concat([
    's',
    'samp',
    'small',
    'span',
    'strike',
    'strong',
    'sub',
    'sup',
    'time',
    'tt',
    'u',
    'var',
    'wbr',
    'data',
    'ruby',
    'rt',
  ]),
);
const LANGUAGE_CLASS = /(?:^|\s)(?:language|lang|highlight-source|brush:)-?\s?([\w+#.-]+)/;

/** Blocks as they are found; the text between two of them becomes a block of its own. */
class Blocks {
  readonly #blocks: string[] = [];
  #line: string[] = [];

  text(text: string): void {
    this.#line.push(text.replace(/\s+/g, ' '));
  }
  breakLine(): void {
    this.#line.push('\n');
  }
  add(block: string): void {
    this.end();
    if (block !== '') this.#blocks.push(block);
  }
  end(): void {
    const text = this.#line
      .join('')
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    this.#line = [];
    if (text !== '') this.#blocks.push(text);
  }
  join(separator: string): string {
    this.end();
    return this.#blocks.join(separator);
  }
}

type Write = (element: PageElement, out: Blocks) => void;

const heading: Write = (element, out) => {
  const text = inlineText(element);
  out.add(text === '' ? '' : `${'#'.repeat(Number(element.localName[1]))} ${text}`);
};
const list: Write = (element, out) => out.add(listOf(element));

const WRITERS: Readonly<Record<string, Write>> = {
  ...{ h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading },
  ...{ ul: list, ol: list, menu: list },
  br: (_element, out) => out.breakLine(),
  img: (element, out) => out.text(element.getAttribute('alt') ?? ''),
  pre: (element, out) => out.add(fence(element)),
  blockquote: (element, out) => out.add(blocksIn(element).join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '')),
  code: (element, out) => {
    const text = element.textContent.trim();
    out.text(text === '' || text.includes('`') ? text : `\`${text}\``);
  },
  table: (element, out) => {
    const table = tableToMarkdown(element);
    if (table === undefined) writeChildren(element, out);
    else out.add(table);
  },
};

/**
 * The Markdown of what stands in an element: of links, images and emphasis only the words, nothing escaped, as it is
 * searched and read by models. Own, because turndown's time grows with the square of a list's length and of the depth;
 * this takes one step per node and as many per character as it is deep.
 */
export function toMarkdown(element: PageElement): string {
  return blocksIn(element).join('\n\n');
}

function blocksIn(element: PageElement): Blocks {
  const out = new Blocks();
  writeChildren(element, out);
  return out;
}

function writeChildren(element: PageElement, out: Blocks): void {
  for (const node of element.childNodes) write(node, out);
}

function write(node: PageNode, out: Blocks): void {
  if (node.nodeType === TEXT) return out.text(node.textContent);
  if (node.nodeType !== ELEMENT) return;
  const element = node as PageElement;
  const writer = Object.hasOwn(WRITERS, element.localName) ? WRITERS[element.localName] : undefined;
  if (writer !== undefined) return writer(element, out);
  if (INLINE.has(element.localName)) return writeChildren(element, out);
  out.end();
  writeChildren(element, out);
  out.end();
}

function inlineText(element: PageElement): string {
  return blocksIn(element).join(' ').replace(/\s+/g, ' ');
}

function listOf(element: PageElement): string {
  const start = Number(element.getAttribute('start') ?? 1) || 1;
  const items = Array.from(element.childNodes, (node) => {
    const out = new Blocks();
    if (node.nodeName === 'LI') writeChildren(node as PageElement, out);
    else write(node, out);
    return out.join('\n');
  }).filter((text) => text !== '');
  const mark = (index: number): string => (element.localName === 'ol' ? `${start + index}. ` : '- ');
  return items.map((text, index) => mark(index) + indent(text, mark(index).length)).join('\n');
}

function indent(text: string, width: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(width)}`);
}

function fence(pre: PageElement): string {
  for (const lineBreak of pre.querySelectorAll('br')) lineBreak.replaceWith('\n');
  const code = pre.textContent.replace(/^\n+/, '').trimEnd();
  if (code === '') return '';
  const longest = (code.match(/`{3,}/g) ?? []).reduce((length, run) => Math.max(length, run.length), 2);
  const marks = '`'.repeat(longest + 1);
  return `${marks}${languageOf(pre)}\n${code}\n${marks}`;
}

/** Highlighters name the language at the block, at the code in it, or around it. */
function languageOf(pre: PageElement): string {
  const classes = [pre, pre.querySelector('code'), pre.parentNode].map((node) => node?.getAttribute('class') ?? '');
  return classes.map((names) => LANGUAGE_CLASS.exec(names)?.[1]).find((name) => name !== undefined) ?? '';
}
