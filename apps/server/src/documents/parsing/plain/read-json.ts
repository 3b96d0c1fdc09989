import { createInterface } from 'node:readline';
import { MAX_CHARACTERS, MAX_ROW_BYTES, MAX_TREE_BYTES } from '../limits.ts';
import type { Part } from '../part.ts';
import { readWhole, type Source, streamOf } from '../source.ts';
import { UnreadableError } from '../unreadable-error.ts';
import { checkJson } from './check-json.ts';
import { cleanText, decodeText } from './decode-text.ts';

const LINES_PER_REPORT = 1_000;

/** JSON: each value with the path of names to it, a line each; the items of a list, or fields, as paragraphs. */
export async function* readJson(source: Source): AsyncGenerator<Part> {
  const value = parse(decodeText(await readWhole(source, MAX_TREE_BYTES)), 'The file is not valid JSON.');
  const items = Array.isArray(value) ? value : [value];
  for (const item of items) yield { kind: 'text', text: textOf(item) };
}

/** A JSON value on each line. */
export async function* readJsonLines(source: Source): AsyncGenerator<Part> {
  const input = streamOf(source).setEncoding('utf8');
  let number = 0;
  let bytes = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    bytes += line.length;
    if (line.length > MAX_ROW_BYTES) throw new UnreadableError(`Line ${number} is longer than 1 MB.`);
    if (line.trim() === '') continue;
    const value = parse(line.replace(/^\uFEFF/, ''), `Line ${number} is not valid JSON.`);
    yield { kind: 'text', text: textOf(value) };
    if (number % LINES_PER_REPORT === 0) yield { kind: 'progress', done: bytes / source.byteCount };
  }
}

function parse(text: string, complaint: string): unknown {
  checkJson(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableError(complaint);
  }
}

/** A paragraph. Each line repeats the names above it: of a small file, they may make any length. */
function textOf(item: unknown): string {
  const lines: string[] = [];
  let length = 0;
  walk(item, '', (line) => {
    lines.push(line);
    length += line.length;
    if (length <= MAX_CHARACTERS) return;
    throw new UnreadableError(`The file holds more than ${MAX_CHARACTERS} characters of text.`);
  });
  return `${lines.join('\n')}\n\n`;
}

function walk(value: unknown, path: string, found: (line: string) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, path, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) walk(member, path === '' ? name : `${path} ${name}`, found);
  } else {
    const text = value === null ? '' : cleanText(typeof value === 'string' ? value : JSON.stringify(value)).trim();
    if (text !== '') found(path === '' ? text : `${cleanText(path)}: ${text}`);
  }
}
