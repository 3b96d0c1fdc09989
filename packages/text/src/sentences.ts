/** A stretch of a text: `text` is the text from `start` up to, not including, `end` (UTF-16 code units). */
export interface Span {
  start: number;
  end: number;
  text: string;
}

// After these a full stop ends no sentence; single capitals are initials ("J. Smith").
const ABBREVIATION = String.raw`(?<!(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|St|Fig|Eq|vs|cf|al|approx|e\.g|i\.e|[A-Z])\.)`;
// Numbers at a line's start, and whatever stands in a heading ("## 4. Setup. First steps"), end none either.
const LINE_START = String.raw`(?<!^[^\S\n]*\d{1,3}\.)(?<!^#{1,6} [^\n]{0,200})`;

// A look-behind that opens an alternative runs at every place of the text, so it must be short.
const BOUNDARY = new RegExp(
  [
    // Latin and its relatives: an end mark, closing quotes, white space, and no small letter after it.
    String.raw`(?<=[.!?…]["'”’»)\]]{0,3})${ABBREVIATION}${LINE_START}\s+(?=[^\p{Ll}\s])`,
    // Chinese and Japanese end marks need no space after them.
    String.raw`(?<=[。！？][」』”’）]{0,3})(?![」』”’）])`,
    // A blank line, the end of a heading, and a line that opens a list item, quote, table row, heading or code.
    String.raw`\n\s*\n`,
    String.raw`\n(?<=^#{1,6} [^\n]*\n)`,
    String.raw`\n(?=[^\S\n]*(?:[-*+•] |[|>#]|\d{1,3}[.)] |${'```'}|~~~))`,
  ].join('|'),
  'gmu',
);

/**
 * The sentences of a text in order, with their places, trimmed of white space. A single line break inside a paragraph
 * ends no sentence, so hard-wrapped text reads as it was meant.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    spans.push(...trimmedSpan(text, start, match.index));
    start = match.index + match[0].length;
  }
  return [...spans, ...trimmedSpan(text, start, text.length)];
}

/** The stretch from `start` to `end` without white space at its ends; nothing when it holds nothing else. */
export function trimmedSpan(text: string, start: number, end: number): Span[] {
  const piece = text.slice(start, end);
  const trimmed = piece.trim();
  if (trimmed === '') return [];
  const trimmedStart = start + piece.length - piece.trimStart().length;
  return [{ start: trimmedStart, end: trimmedStart + trimmed.length, text: trimmed }];
}
