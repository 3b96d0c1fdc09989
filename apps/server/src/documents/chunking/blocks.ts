import { type Line, lines } from './lines.ts';

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
const FENCE = /^ {0,3}(?:```|~~~)/;

/** A longer line is no heading, whatever it begins with. */
const MAX_HEADING_LENGTH = 300;

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
    const lineText = beginningOf(line, text);
    const heading = inCode ? undefined : headingOf(lineText);
    if (FENCE.test(lineText)) inCode = !inCode;
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

/** As much of a line as tells a heading or a fence; nothing of the later parts of a long line. */
function beginningOf({ start, end, isLineStart }: Line, text: string): string {
  return isLineStart ? text.slice(start, Math.min(end, start + MAX_HEADING_LENGTH + 1)) : '';
}

function headingOf(line: string): Heading | undefined {
  const [marks] = HEADING_MARKS.exec(line) ?? [];
  if (marks === undefined || line.length > MAX_HEADING_LENGTH) return undefined;
  const title = line.slice(marks.length, titleEnd(line)).trim();
  return title === '' ? undefined : { level: marks.length, title };
}

/** Where a heading's title ends: before its closing marks and white space. A pattern would try every run of them. */
function titleEnd(line: string): number {
  let end = line.length;
  while (/[\s#]/.test(line.charAt(end - 1))) end -= 1;
  return end;
}
