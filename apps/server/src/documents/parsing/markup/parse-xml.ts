import { XMLParser } from 'fast-xml-parser';

/** An element in the order of the document, or a piece of text. */
export type XmlNode = { name: string; attributes: Readonly<Record<string, string>>; children: XmlNode[] } | string;
export type XmlElement = Exclude<XmlNode, string>;

type Raw = Record<string, unknown> & { ':@'?: Record<string, string> };

/** Entities of a document's own are not expanded: they serve attackers alone. The five of XML and numbers are. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
});

/** Deeper nesting has no use and would exhaust the stack. */
const MAX_DEPTH = 200;

/** The elements of a document. Throws RangeError("call stack …") when it is nested too deeply, and for no XML at all. */
export function parseXml(text: string): XmlNode[] {
  return (parser.parse(text) as Raw[]).flatMap((raw) => nodesOf(raw, 0));
}

function nodesOf(raw: Raw, depth: number): XmlNode[] {
  if (depth > MAX_DEPTH) throw new RangeError('The call stack would be exceeded.');
  return Object.entries(raw).flatMap(([name, value]): XmlNode[] => {
    if (name === ':@') return [];
    if (name === '#text') return [decodeEntities(value as string)];
    const attributes = Object.entries(raw[':@'] ?? {}).map(([key, one]) => [key, decodeEntities(one)] as const);
    const children = (value as Raw[]).flatMap((child) => nodesOf(child, depth + 1));
    return [{ name, attributes: Object.fromEntries(attributes), children }];
  });
}

/** All elements of a name, wherever they stand, in order; not those within one that was found. */
export function* elementsNamed(nodes: readonly XmlNode[], name: string): Generator<XmlElement> {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    if (node.name === name) yield node;
    else yield* elementsNamed(node.children, name);
  }
}

/** So much text is parsed at a time: as objects it takes some ten times its size. */
const SLICE_LENGTH = 256 * 1024;

/**
 * All elements of a name, in order, where none stands within another: what is around them is not looked at, and few of them
 * are in memory at the same time.
 */
export function* elementsInTurn(text: string, name: string): Generator<XmlElement> {
  let slice = '';
  for (const element of cutElements(text, name)) {
    slice += element;
    if (slice.length < SLICE_LENGTH) continue;
    yield* elementsNamed(parseXml(slice), name);
    slice = '';
  }
  yield* elementsNamed(parseXml(slice), name);
}

/** From each start tag to the next end tag; the last one to the end of the text when it has none. */
function* cutElements(text: string, name: string): Generator<string> {
  const tag = new RegExp(`<(/?)(?:[\\w.-]+:)?${name}(?=[\\s/>])[^<>]*>`, 'g');
  let start: number | undefined;
  for (const { 0: found, 1: slash, index } of text.matchAll(tag)) {
    const isWhole = slash === '' ? start === undefined && found.endsWith('/>') : start !== undefined;
    if (slash === '') start ??= index;
    if (!isWhole) continue;
    yield text.slice(start, index + found.length);
    start = undefined;
  }
  if (start !== undefined) yield text.slice(start);
}

/** All text within. */
export function textOf(nodes: readonly XmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textOf(node.children))).join('');
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,5}));/gi,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
