import { trimmedSpan } from '@groundwire/text';
import { type Block, blocks, MAX_BLOCK_LENGTH } from '../blocks/blocks.ts';
import { nextCharacter } from '../blocks/next-character.ts';
import { cutPlace } from '../cut-long.ts';
import { cutCode } from './cut-code.ts';
import { cutTable } from './cut-table.ts';
import type { Piece } from './piece.ts';
import { sentencesWithin } from './sentences-within.ts';

type Place = Pick<Atom, 'start' | 'end'>;

/**
 * What is never torn: a sentence, a table or code that fits into a chunk, a row or lines of one that does not, or a part
 * of any of them that is longer than a chunk may be.
 */
export interface Atom extends Required<Piece> {
  startsSection: boolean;
  /** The headings it stands under, outermost first. */
  headings: readonly string[];
}

const PLAIN = { isPart: false, header: '', startsSection: false, headings: [] };

/** The atoms of a text, with the places where paragraphs end and sections begin. */
export function* splitBlocks(text: string, size: number): Generator<Atom> {
  for (const block of blocks(text)) {
    const { endsParagraph, outerHeadings, heading } = block;
    const headings = heading === undefined ? outerHeadings : [...outerHeadings, heading];
    const pieces = piecesOf(text, block, size);
    for (const [index, piece] of pieces.entries()) {
      const isLast = index === pieces.length - 1;
      yield {
        ...PLAIN,
        ...piece,
        endsParagraph: isLast ? endsParagraph : (piece.endsParagraph ?? false),
        startsSection: heading !== undefined && index === 0,
        headings: index === 0 ? outerHeadings : headings,
      };
    }
  }
}

/** The pieces of a text between a customer's separators; each separator stays with the piece before it. */
export function* splitAtSeparators(text: string, size: number, separators: readonly string[]): Generator<Atom> {
  const [first = '', ...others] = separators;
  for (const whole of cutAfter(text, { start: 0, end: text.length }, first)) {
    const pieces = others
      .reduce((parts, separator) => cutLarger(text, parts, size, separator), [whole])
      .flatMap((part) => (lengthOf(part) <= size ? part : piecesWithin(text, part, size)));
    for (const [index, piece] of pieces.entries()) {
      yield { ...PLAIN, ...piece, endsParagraph: index === pieces.length - 1 };
    }
  }
}

function cutLarger(text: string, parts: readonly Place[], size: number, separator: string): Place[] {
  return parts.flatMap((part) => (lengthOf(part) <= size ? part : [...cutAfter(text, part, separator)]));
}

/** What is longer than a block may be is cut there too: its pieces are found while all other callers wait. */
function* cutAfter(text: string, { start, end }: Place, separator: string): Generator<Place> {
  let from = start;
  while (from < end) {
    const window = text.slice(from, Math.min(end, from + MAX_BLOCK_LENGTH));
    const found = window.indexOf(separator);
    const to = found === -1 ? endWithout(text, from, end) : from + found + separator.length;
    const pieces = trimmedSpan(text, from, to);
    yield* pieces;
    from = pieces.length > 0 ? to : nextCharacter(text, to);
  }
}

function endWithout(text: string, from: number, end: number): number {
  return end - from > MAX_BLOCK_LENGTH ? cutPlace(text, from, MAX_BLOCK_LENGTH) : end;
}

/** What no separator could cut any further. */
function piecesWithin(text: string, place: Place, size: number): Piece[] {
  const stretch = text.slice(place.start, place.end);
  const found = [...blocks(stretch)];
  if (found.every(({ kind }) => kind === 'prose')) return sentencesWithin(text, place, size);
  return found
    .flatMap((block) => piecesOf(stretch, block, size))
    .map((piece) => ({ ...piece, start: place.start + piece.start, end: place.start + piece.end }));
}

function piecesOf(text: string, block: Block, size: number): Piece[] {
  if (block.kind === 'prose') return sentencesWithin(text, block, size);
  const isWhole = block.kind === 'code' || block.start === block.head.start;
  if (isWhole && lengthOf(block) <= size) return [{ start: block.start, end: block.end }];
  return [...(block.kind === 'table' ? cutTable : cutCode)(text, block, size)];
}

function lengthOf({ start, end }: Place): number {
  return end - start;
}
