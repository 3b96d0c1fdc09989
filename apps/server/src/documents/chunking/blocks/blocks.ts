import type { Heading } from './heading.ts';
import { type MarkedLine, markedLines } from './marked-lines.ts';

/** A paragraph, a heading with the paragraph after it, a table, or fenced code. */
export interface Block {
  kind: MarkedLine['kind'];
  start: number;
  end: number;
  /** False for a part that is cut for its length, and before a table or code that follows without a blank line. */
  endsParagraph: boolean;
  /** The headings it stands under, outermost first. */
  outerHeadings: readonly string[];
  /** Its own heading, on its first line. */
  heading: string | undefined;
  /** A table's first two lines. In a part of a long table other than its first, they stand before it. */
  head: { start: number; end: number };
}

/**
 * A longer block is cut at the next line end, and a longer line within: the sentences of a block, which is shorter
 * than two of these, are found while all other callers wait.
 */
export const MAX_BLOCK_LENGTH = 20_000;
/** Code goes on to a blank line if there is one before it has this length. */
const MAX_CODE_LENGTH = 30_000;

const NOWHERE = { start: 0, end: 0 };
const FIRST: Block = {
  ...NOWHERE,
  kind: 'prose',
  endsParagraph: true,
  outerHeadings: [],
  heading: undefined,
  head: NOWHERE,
};

/** The blocks of a text in order. */
export function* blocks(text: string): Generator<Block> {
  let path: Heading[] = [];
  let hasBody = false;
  let block: Block = { ...FIRST };
  for (const line of markedLines(text, MAX_BLOCK_LENGTH)) {
    const { kind, heading } = line;
    const isOther = kind !== block.kind || line.isFirst;
    const endsParagraph = (isOther && block.kind !== 'prose') || endsProse(line, hasBody);
    if (isOther || endsParagraph || isTooLong(block, line)) {
      if (block.end > block.start) yield { ...block, endsParagraph };
      const outer = heading === undefined ? path : path.filter(({ level }) => level < heading.level);
      const outerHeadings = outer.map(({ title }) => title);
      const head = line.headEnd === undefined ? block.head : { start: line.start, end: line.headEnd };
      block = { ...block, kind, start: line.start, end: line.end, outerHeadings, heading: heading?.title, head };
      path = heading === undefined ? path : [...outer, heading];
      hasBody = false;
    }
    hasBody ||= heading === undefined;
    block.end = line.end;
  }
  if (block.end > block.start) yield block;
}

/** A heading does, and a blank line, but not after what is a heading alone so far; in code there may be any. */
function endsProse({ kind, heading, isFirst, isAfterBlank }: MarkedLine, hasBody: boolean): boolean {
  return heading !== undefined || (isAfterBlank && hasBody && (kind !== 'code' || isFirst));
}

function isTooLong({ start }: Block, line: MarkedLine): boolean {
  const length = line.start - start;
  if (line.kind !== 'code') return length >= MAX_BLOCK_LENGTH;
  return length >= (line.isAfterBlank ? MAX_BLOCK_LENGTH : MAX_CODE_LENGTH);
}
