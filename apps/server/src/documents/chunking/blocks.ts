/** A paragraph, or a heading with the paragraph after it. */
export interface Block {
  start: number;
  end: number;
  /** The headings it stands under, outermost first. */
  outerHeadings: readonly string[];
  /** Its own heading, on its first line. */
  heading: string | undefined;
}

interface Heading {
  level: number;
  title: string;
}

const HEADING = /^(#{1,6})[ \t]+(.+?)[ \t#]*$/;
const FENCE = /^ {0,3}(?:```|~~~)/;

/** Text without blank lines is cut at the next line end from here on, so that no block takes long to read. */
const MAX_BLOCK_LENGTH = 50_000;

/** The blocks of a text in order. A `#` inside fenced code is no heading. */
export function* blocks(text: string): Generator<Block> {
  let path: Heading[] = [];
  let inCode = false;
  let hasBody = false;
  let block: Block = { start: 0, end: 0, outerHeadings: [], heading: undefined };
  for (const { 0: line, index } of text.matchAll(/[^\n]*\n|[^\n]+$/g)) {
    const heading = inCode ? undefined : headingOf(line);
    const isBlank = line.trim() === '';
    if (FENCE.test(line)) inCode = !inCode;
    if (heading !== undefined || (isBlank && hasBody) || index - block.start >= MAX_BLOCK_LENGTH) {
      if (block.end > block.start) yield block;
      const outer = heading === undefined ? path : path.filter(({ level }) => level < heading.level);
      block = { start: index, end: index, outerHeadings: outer.map(({ title }) => title), heading: heading?.title };
      path = heading === undefined ? path : [...outer, heading];
      hasBody = false;
    }
    hasBody ||= !isBlank && heading === undefined;
    block.end = index + line.length;
  }
  if (block.end > block.start) yield block;
}

function headingOf(line: string): Heading | undefined {
  const match = HEADING.exec(line.trimEnd());
  return match === null ? undefined : { level: match[1]?.length ?? 0, title: match[2] ?? '' };
}
