import { MAX_TREE_BYTES } from '../limits.ts';
import type { Part } from '../part.ts';
import { decodeText } from '../plain/decode-text.ts';
import { readWhole, type Source } from '../source.ts';
import { elementsNamed, parseXml, textOf, type XmlElement, type XmlNode } from './parse-xml.ts';

/** A record's own name is not repeated in each of its lines. */
const RECORD = Symbol('record');

/** XML: elements that hold only text as `name: text`, those that mix text and elements as a paragraph. */
export async function* readXml(source: Source): AsyncGenerator<Part> {
  const nodes = parseXml(decodeText(await readWhole(source, MAX_TREE_BYTES)));
  const [title] = elementsNamed(nodes, 'title');
  if (title !== undefined) yield { kind: 'title', title: textOf(title.children).trim() };
  for (const root of nodes) {
    if (typeof root === 'string') continue;
    // The children of the root are the records: a paragraph each.
    for (const child of root.children) {
      const text = linesOf(child, RECORD).join('\n');
      if (text !== '') yield { kind: 'text', text: `${text}\n\n` };
    }
  }
}

function linesOf(node: XmlNode, path: string | typeof RECORD): string[] {
  if (typeof node === 'string') return node.trim() === '' ? [] : [node.trim()];
  const name = path === RECORD || path === '' ? node.name : `${path} ${node.name}`;
  const attributes = Object.entries(node.attributes).map(([key, value]) => `${name} ${key}: ${value}`);
  const text = textOf(node.children).replaceAll(/\s+/g, ' ').trim();
  if (isMixed(node)) return text === '' ? attributes : [...attributes, `${name}: ${text}`];
  return [...attributes, ...node.children.flatMap((child) => linesOf(child, path === RECORD ? '' : name))];
}

/** Whether text stands directly in it, or nothing else does. */
function isMixed({ children }: XmlElement): boolean {
  return children.length === 0 || children.some((child) => typeof child === 'string' && child.trim() !== '');
}
