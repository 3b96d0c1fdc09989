import { type Block, MAX_BLOCK_LENGTH } from '../blocks/blocks.ts';
import { lines } from '../blocks/lines.ts';
import { cutLong } from '../cut-long.ts';
import { repeatedHeader, roomOf } from '../repeated-header.ts';
import type { Piece } from './piece.ts';

/** A table that is larger than a chunk: its rows, the first of them with the header before it where both fit. */
export function* cutTable(text: string, { start, end, head }: Block, size: number): Generator<Piece> {
  const header = repeatedHeader(text.slice(head.start, head.end), size);
  const room = size - roomOf(header);
  const from = Math.max(start, head.end);
  let waiting = start === head.start ? head : undefined;
  for (const line of lines(text.slice(from, end), MAX_BLOCK_LENGTH)) {
    const row = { start: from + line.start, end: from + line.end };
    if (waiting !== undefined && row.end - waiting.start <= size) {
      yield { start: waiting.start, end: row.end, isPart: true };
    } else {
      if (waiting !== undefined) yield* partsOf(text, waiting, size, '');
      yield* partsOf(text, row, room, header);
    }
    waiting = undefined;
  }
  if (waiting !== undefined) yield* partsOf(text, waiting, size, '');
}

function* partsOf(text: string, { start, end }: Piece, size: number, header: string): Generator<Piece> {
  for (const part of cutLong(text, start, end, size)) yield { start: part.start, end: part.end, isPart: true, header };
}
