import { type Span, trimmedSpan } from '@groundwire/text';

/** A piece is cut at white space only where that leaves it at least so full; otherwise in the middle of a word. */
const LEAST_FILL = 0.6;

/** Cuts a stretch into pieces of at most `size`. */
export function cutLong(text: string, start: number, end: number, size: number): Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > size) {
    const to = cutPlace(text, from, size);
    pieces.push(...trimmedSpan(text, from, to));
    from = to;
  }
  return [...pieces, ...trimmedSpan(text, from, end)];
}

/** Where to cut a stretch that is longer than `size`: a line end if possible, else white space, else anywhere. */
export function cutPlace(text: string, from: number, size: number): number {
  const earliest = from + size * LEAST_FILL;
  const window = text.slice(from, from + size + 1);
  const lineEnd = from + window.lastIndexOf('\n');
  if (lineEnd > earliest) return lineEnd;
  const space = from + window.search(/\s\S*$/);
  if (space > earliest) return space;
  if (!tearsSurrogatePair(text, from + size)) return from + size;
  return size === 1 ? from + 2 : from + size - 1;
}

function tearsSurrogatePair(text: string, place: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(place - 1, place + 1));
}
