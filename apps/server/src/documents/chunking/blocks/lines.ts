import { cutPlace } from '../cut-long.ts';
import { nextCharacter } from './next-character.ts';

/** A line with something on it, without the white space before it and its line end; of a very long line, a part. */
export interface Line {
  start: number;
  end: number;
  /** Characters before it on the same line; infinite for a later part of a very long line, whose beginning is another. */
  indent: number;
  /** At least one blank line stands before it. */
  isAfterBlank: boolean;
}

/**
 * The lines of a text that are not blank, none longer than `maxLength`. Lazy, and each step looks at the line and the
 * white space before it only: a text of megabytes without a line end, or of nothing else, takes no longer than another.
 */
export function* lines(text: string, maxLength: number): Generator<Line> {
  let from = 0;
  for (let place = nextCharacter(text, 0); place < text.length; place = nextCharacter(text, from)) {
    const gap = text.slice(from, place);
    const lastLineEnd = gap.lastIndexOf('\n');
    const beginsLine = from === 0 || lastLineEnd !== -1;
    const end = lineEnd(text, place, maxLength);
    yield {
      start: place,
      end,
      indent: beginsLine ? gap.length - lastLineEnd - 1 : Infinity,
      isAfterBlank: gap.indexOf('\n') !== lastLineEnd,
    };
    from = end;
  }
}

function lineEnd(text: string, from: number, maxLength: number): number {
  const window = text.slice(from, from + maxLength + 1);
  const end = window.indexOf('\n');
  if (end !== -1) return from + end;
  return window.length > maxLength ? cutPlace(text, from, maxLength) : text.length;
}
