import TurndownService from 'turndown';
import type { PageElement } from './dom.ts';
import { tableToMarkdown } from './table-to-markdown.ts';

const LANGUAGE_CLASS = /(?:^|\s)(?:language|lang|highlight-source|brush:)-?\s?([\w+#.-]+)/;

const turndown = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced', bulletListMarker: '-', hr: '---' });

// The text is searched and read by models, never rendered: an escape would split the words that people search for.
turndown.escape = (text) => text;

const rule = (name: string, filter: TurndownService.Filter, write: (content: string, node: PageElement) => string) =>
  turndown.addRule(name, { filter, replacement: (content, node) => write(content, node as unknown as PageElement) });

rule('words-only', ['a', 'em', 'i', 'strong', 'b'], (content) => content);
rule('image', 'img', (_content, image) => (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim());
rule('inline-code', (node) => node.nodeName === 'CODE' && node.parentNode?.nodeName !== 'PRE', (content) =>
  content.trim() === '' || content.includes('`') ? content : `\`${content.trim()}\``,
);
rule('code', 'pre', (_content, pre) => fence(pre));
rule('item', 'li', (content, item) => writeItem(content, item));
rule('table', 'table', (content, table) => `\n\n${tableToMarkdown(table) ?? content}\n\n`);
rule('cell', ['td', 'th', 'caption'], (content) => `${content.trim()}\n`);

/** The Markdown of what stands in an element. */
export function toMarkdown(element: PageElement): string {
  return turndown
    .turndown(element as never)
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function fence(pre: PageElement): string {
  for (const lineBreak of pre.querySelectorAll('br')) lineBreak.replaceWith('\n');
  const code = pre.textContent.replace(/^\n+|\s+$/g, '');
  if (code === '') return '';
  const longest = Math.max(2, ...Array.from(code.matchAll(/`{3,}/g), ([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `\n\n${marks}${languageOf(pre)}\n${code}\n${marks}\n\n`;
}

/** Highlighters name the language at the block, at the code in it, or around it. */
function languageOf(pre: PageElement): string {
  const classes = [pre, pre.querySelector('code'), pre.parentNode].map((node) => node?.getAttribute?.('class') ?? '');
  return classes.map((names) => LANGUAGE_CLASS.exec(names)?.[1]).find((name) => name !== undefined) ?? '';
}

function writeItem(content: string, item: PageElement): string {
  const list = item.parentNode;
  const position = list?.localName === 'ol' ? [...list.children].indexOf(item) : -1;
  const start = Number(list?.getAttribute('start') ?? 1) || 1;
  const mark = position === -1 ? '- ' : `${start + position}. `;
  const text = content.trim().replace(/\n/g, `\n${' '.repeat(mark.length)}`);
  return `${mark}${text}${item.nextSibling === null ? '' : '\n'}`;
}
