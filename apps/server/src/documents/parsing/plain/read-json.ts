import { createInterface } from 'node:readline';
import { MAX_ROW_BYTES, MAX_TREE_BYTES } from '../limits.ts';
import type { Part } from '../part.ts';
import { readWhole, type Source } from '../source.ts';
import { UnreadableError } from '../unreadable-error.ts';
import { cleanText, decodeText } from './decode-text.ts';

const LINES_PER_REPORT = 1_000;

/** JSON: each value with the path of names to it, a line each; the items of a list, or fields, as paragraphs. */
export async function* readJson(source: Source): AsyncGenerator<Part> {
  const value = parse(decodeText(await readWhole(source, MAX_TREE_BYTES)), 'The file is not valid JSON.');
  const items = Array.isArray(value) ? value : [value];
  for (const item of items) yield { kind: 'text', text: `${linesOf(item, '').join('\n')}\n\n` };
}

/** A JSON value on each line. */
export async function* readJsonLines({ handle, byteCount }: Source): AsyncGenerator<Part> {
  const input = handle.createReadStream({ start: 0, autoClose: false, encoding: 'utf8' });
  let number = 0;
  let bytes = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    bytes += line.length;
    if (line.length > MAX_ROW_BYTES) throw new UnreadableError(`Line ${number} is longer than 1 MB.`);
    if (line.trim() === '') continue;
    const value = parse(line.replace(/^\uFEFF/, ''), `Line ${number} is not valid JSON.`);
    yield { kind: 'text', text: `${linesOf(value, '').join('\n')}\n\n` };
    if (number % LINES_PER_REPORT === 0) yield { kind: 'progress', done: bytes / byteCount };
  }
}

function parse(text: string, complaint: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableError(complaint);
  }
}

function linesOf(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => linesOf(item, path));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, member]) => linesOf(member, path === '' ? name : `${path} ${name}`));
  }
  const text = value === null ? '' : cleanText(typeof value === 'string' ? value : JSON.stringify(value)).trim();
  if (text === '') return [];
  return [path === '' ? text : `${cleanText(path)}: ${text}`];
}
