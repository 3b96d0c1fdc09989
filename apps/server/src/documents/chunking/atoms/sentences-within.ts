import { sentences } from '@groundwire/text';
import { cutLong } from '../cut-long.ts';
import type { Piece } from './piece.ts';

/** The sentences of a stretch; one that is longer than `size` is cut. */
export function sentencesWithin(text: string, { start, end }: Piece, size: number): Piece[] {
  return sentences(text.slice(start, end)).flatMap((sentence) =>
    cutLong(text, start + sentence.start, start + sentence.end, size),
  );
}
