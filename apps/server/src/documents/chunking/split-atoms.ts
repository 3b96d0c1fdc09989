import { sentences, trimmedSpan } from '@groundwire/text';
import { blocks, MAX_BLOCK_LENGTH } from './blocks.ts';
import { cutLong, cutPlace } from './cut-long.ts';
import { nextCharacter } from './next-character.ts';

type Place = Pick<Atom, 'start' | 'end'>;

/** What is never torn: a sentence, or a part of one that is longer than a chunk may be. */
export interface Atom {
  start: number;
  end: number;
  endsParagraph: boolean;
  startsSection: boolean;
  /** The headings it stands under, outermost first. */
  headings: readonly string[];
}

/** The sentences of a text, with the places where paragraphs end and sections begin. */
export function* splitBlocks(text: string, size: number): Generator<Atom> {
  for (const { start, end, endsParagraph, outerHeadings, heading } of blocks(text)) {
    const headings = heading === undefined ? outerHeadings : [...outerHeadings, heading];
    const pieces = sentencesWithin(text, { start, end }, size);
    for (const [index, piece] of pieces.entries()) {
      yield {
        start: piece.start,
        end: piece.end,
        endsParagraph: endsParagraph && index === pieces.length - 1,
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
      .flatMap((part) => (lengthOf(part) <= size ? part : sentencesWithin(text, part, size)));
    for (const [index, { start, end }] of pieces.entries()) {
      yield { start, end, endsParagraph: index === pieces.length - 1, startsSection: false, headings: [] };
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

function sentencesWithin(text: string, { start, end }: Place, size: number): Place[] {
  return sentences(text.slice(start, end)).flatMap((sentence) =>
    cutLong(text, start + sentence.start, start + sentence.end, size),
  );
}

function lengthOf({ start, end }: Place): number {
  return end - start;
}
