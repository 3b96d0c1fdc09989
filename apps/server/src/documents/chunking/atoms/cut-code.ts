import { type Block, MAX_BLOCK_LENGTH } from '../blocks/blocks.ts';
import { lines } from '../blocks/lines.ts';
import type { Piece } from './piece.ts';
import { sentencesWithin } from './sentences-within.ts';

/** Code that is larger than a chunk, cut at blank lines; what still is, at lines; a line that still is, as prose is. */
export function* cutCode(text: string, { start, end }: Block, size: number): Generator<Piece> {
  for (const group of groupsOf(text.slice(start, end))) {
    const stretch = { start: start + (group[0]?.start ?? 0), end: start + (group.at(-1)?.end ?? 0) };
    if (stretch.end - stretch.start <= size) {
      yield { ...stretch, endsParagraph: true, isPart: true };
      continue;
    }
    for (const [index, line] of group.entries()) {
      const whole = { start: start + line.start, end: start + line.end };
      const pieces = whole.end - whole.start <= size ? [whole] : sentencesWithin(text, whole, size);
      const endsParagraph = index === group.length - 1;
      for (const piece of pieces) yield { ...piece, endsParagraph, isPart: true };
    }
  }
}

/** Lines between blank lines, with the white space that they begin with. */
function* groupsOf(code: string): Generator<Piece[]> {
  let group: Piece[] = [];
  for (const { start, end, indent, isAfterBlank } of lines(code, MAX_BLOCK_LENGTH)) {
    if (isAfterBlank && group.length > 0) {
      yield group;
      group = [];
    }
    group.push({ start: Number.isFinite(indent) ? start - indent : start, end });
  }
  if (group.length > 0) yield group;
}
