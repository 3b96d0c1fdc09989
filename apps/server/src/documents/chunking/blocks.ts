import { lines } from './lines.ts';

/** A paragraph, or a heading with the paragraph after it. */
export interface Block {
  start: number;
  end: number;
  /** False for a part of a paragraph that is cut for its length. */
  endsParagraph: boolean;
  /** The headings it stands under, outermost first. */
  outerHeadings: readonly string[];
  /** Its own heading, on its first line. */
  heading: string | undefined;
}

interface Heading {
  level: number;
  title: string;
}

const HEADING_MARKS = /^#{1,6}(?=[ \t])/;
const FENCE = /^(?:```|~~~)/;
const MAX_FENCE_INDENT = 3;

/** A longer line is no heading; with badges, some have 600 characters. */
const MAX_HEADING_LENGTH = 1_000;

/**
 * A longer paragraph is cut at the next line end, and a longer line within: the sentences of a block, which is shorter
 * than two of these, are found while all other callers wait.
 */
export const MAX_BLOCK_LENGTH = 20_000;

/** The blocks of a text in order. A `#` inside fenced code is no heading. */
export function* blocks(text: string): Generator<Block> {
  let path: Heading[] = [];
  let inCode = false;
  let hasBody = false;
  let block: Block = { start: 0, end: 0, endsParagraph: true, outerHeadings: [], heading: undefined };
  for (const line of lines(text, MAX_BLOCK_LENGTH)) {
    const beginning = text.slice(line.start, Math.min(line.end, line.start + MAX_HEADING_LENGTH + 1));
    const heading = inCode ? undefined : headingOf(beginning, line.indent);
    if (line.indent <= MAX_FENCE_INDENT && FENCE.test(beginning)) inCode = !inCode;
    const endsParagraph = heading !== undefined || (line.isAfterBlank && hasBody);
    if (endsParagraph || line.start - block.start >= MAX_BLOCK_LENGTH) {
      if (block.end > block.start) yield { ...block, endsParagraph };
      const outer = heading === undefined ? path : path.filter(({ level }) => level < heading.level);
      const outerHeadings = outer.map(({ title }) => title);
      block = { ...block, start: line.start, end: line.end, outerHeadings, heading: heading?.title };
      path = heading === undefined ? path : [...outer, heading];
      hasBody = false;
    }
    hasBody ||= heading === undefined;
    block.end = line.end;
  }
  if (block.end > block.start) yield block;
}

function headingOf(line: string, indent: number): Heading | undefined {
  const [marks] = HEADING_MARKS.exec(line) ?? [];
  if (marks === undefined || indent > 0 || line.length > MAX_HEADING_LENGTH) return undefined;
  const title = line.slice(marks.length, titleEnd(line)).trim();
  return title === '' ? undefined : { level: marks.length, title };
}

/** Where a heading's title ends: before its closing marks and white space. A pattern would try every run of them. */
function titleEnd(line: string): number {
  let end = line.length;
  while (/[\s#]/.test(line.charAt(end - 1))) end -= 1;
  return end;
}
