import { type Heading, headingOf } from './heading.ts';
import { type Line, lines } from './lines.ts';
import { isTableHead } from './table-head.ts';

/** A line, and what it is part of. */
export interface MarkedLine extends Line {
  kind: 'prose' | 'table' | 'code';
  /** It opens its table or code. */
  isFirst: boolean;
  /** Of a table's first line: where the second ends, which separates the header from the rows. */
  headEnd?: number;
  /** What it is the title of. */
  heading?: Heading;
}

/** A run of back quotes opens code only when no other stands on its line: else it is code within a sentence. */
const OPENING_FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const CLOSING_FENCE = /^(?:`{3,}|~{3,})(?=\s*$)/;

/**
 * Marks tables (as GitHub reads them; a row holds a bar) and fenced code, which without a closing fence goes on to the
 * end. Fences and tables may be indented, as in lists. What stands in code is neither heading nor table.
 */
export function* markedLines(text: string, maxLength: number): Generator<MarkedLine> {
  let mark: Mark = PROSE;
  for (const [line, next] of withNext(lines(text, maxLength))) {
    const content = text.slice(line.start, line.end);
    mark = markOf(line, content, mark) ?? (opensTable(text, line, next) ? { ...TABLE, headEnd: next!.end } : PROSE);
    yield { ...line, ...mark };
  }
}

interface Mark extends Pick<MarkedLine, 'kind' | 'isFirst' | 'headEnd' | 'heading'> {
  /** What opened the code that goes on with the next line. */
  fence?: string;
}

const PROSE: Mark = { kind: 'prose', isFirst: false };
const TABLE: Mark = { kind: 'table', isFirst: true };

/** What a line is by itself and by the one before it; undefined for prose, which may yet open a table. */
function markOf(line: Line, content: string, before: Mark): Mark | undefined {
  const beginsLine = line.indent !== Infinity;
  if (before.fence !== undefined) {
    const isOpen = !beginsLine || !closes(content, before.fence);
    return { kind: 'code', isFirst: false, ...(isOpen && { fence: before.fence }) };
  }
  const heading = line.indent === 0 ? headingOf(content) : undefined;
  if (heading !== undefined) return { ...PROSE, heading };
  const [fence] = (beginsLine && OPENING_FENCE.exec(content)) || [];
  if (fence !== undefined) return { kind: 'code', isFirst: true, fence };
  const isRow = before.kind === 'table' && !line.isAfterBlank && (!beginsLine || content.includes('|'));
  return isRow ? { kind: 'table', isFirst: false } : undefined;
}

function closes(content: string, opening: string): boolean {
  const [found = ''] = CLOSING_FENCE.exec(content) ?? [];
  return found.startsWith(opening);
}

function opensTable(text: string, line: Line, next: Line | undefined): boolean {
  if (next === undefined || next.isAfterBlank || line.indent === Infinity || next.indent === Infinity) return false;
  return isTableHead(text.slice(line.start, line.end), text.slice(next.start, next.end));
}

function* withNext<T>(items: Iterable<T>): Generator<[T, T | undefined]> {
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined) yield [last, item];
    last = item;
  }
  if (last !== undefined) yield [last, undefined];
}
