/** How the model is asked to mark what a statement rests on: `[p1]`, or `[p1][p3]`. Nothing else in a text looks so. */
const MARKER = /\[p(\d{1,3}(?:, ?p?\d{1,3}){0,8})\]/gi;

/** The beginning of a marker. */
const UNFINISHED = /^\[(?:p(?:\d{1,3}(?:, ?p?\d{1,3}){0,8}(?:,(?: ?p?)?)?)?)?$/i;
const LONGEST_MARKER = 64;

/** Spaces before a marker go with it: so many at the most. */
const MOST_SPACES = 8;

/** A stretch of text between markers, or the passages that a marker names. */
export type Piece = { text: string } | Marker;

export interface Marker {
  /** Its length as it came, the white space before it included. */
  length: number;
  space: string;
  /** Numbers of passages, from 1. */
  passages: readonly number[];
}

/** Cuts a text that comes in pieces at its markers. Holds back no more than a marker's length. */
export class MarkerScanner {
  #held = '';

  get isHolding(): boolean {
    return this.#held !== '';
  }

  push(text: string): Piece[] {
    const whole = this.#held + text;
    const from = beforeSpaces(whole, unfinishedFrom(whole));
    this.#held = whole.slice(from);
    return pieces(whole.slice(0, from));
  }

  /** What was held back: the text has ended. */
  end(): Piece[] {
    const rest = this.#held;
    this.#held = '';
    return pieces(rest);
  }
}

/** Where a marker begins that may go on with the next piece of the text; the text's length when none does. */
function unfinishedFrom(text: string): number {
  const bracket = text.lastIndexOf('[');
  const isShort = bracket !== -1 && text.length - bracket <= LONGEST_MARKER;
  return isShort && UNFINISHED.test(text.slice(bracket)) ? bracket : text.length;
}

function beforeSpaces(text: string, end: number, earliest = 0): number {
  let from = end;
  while (from > Math.max(earliest, end - MOST_SPACES) && text[from - 1] === ' ') from--;
  return from;
}

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKER)) {
    const start = beforeSpaces(text, match.index, end);
    if (start > end) found.push({ text: text.slice(end, start) });
    end = match.index + match[0].length;
    const passages = (match[1] ?? '').split(',').map((number) => Number(number.replace(/\D/g, '')));
    found.push({ length: end - start, space: text.slice(start, match.index), passages });
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}
