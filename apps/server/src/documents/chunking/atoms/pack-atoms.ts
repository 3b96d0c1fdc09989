import { roomOf } from '../repeated-header.ts';
import type { Atom } from './split-atoms.ts';

/** The place of a chunk, and what its first atom stands under. */
export interface Packed {
  start: number;
  end: number;
  headings: readonly string[];
  /** The header of the table in whose rows the chunk begins, to stand before its text. */
  header: string;
}

/** How full a chunk must be to end early: before a heading, or at a paragraph's end. */
const LEAST_FILL_AT_HEADING = 0.25;
const LEAST_FILL_AT_PARAGRAPH = 0.5;

/**
 * Packs atoms into stretches of at most `size`, each beginning with the last whole atoms, up to `overlap`, of the one
 * before. Nothing is repeated across a heading, and nothing of a
 * table or code that is cut.
 */
export function* packAtoms(atoms: Iterable<Atom>, size: number, overlap: number): Generator<Packed> {
  let open: Atom[] = [];
  for (const next of atoms) {
    while (open.length > 0) {
      const section = next.startsSection && lengthOf(open) >= size * LEAST_FILL_AT_HEADING;
      if (!section && roomOf(headerOf(open)) + next.end - startOf(open) <= size) break;
      const count = section ? open.length : countUpToParagraph(open, size);
      yield packed(open.slice(0, count));
      open = section ? [] : withOverlap(open, count, next, size, overlap);
    }
    open.push(next);
  }
  if (open.length > 0) yield packed(open);
}

/** How many of the atoms make a chunk: up to the last paragraph's end in its second half, else all of them. */
function countUpToParagraph(open: readonly Atom[], size: number): number {
  const start = startOf(open);
  const last = open.findLastIndex(
    ({ endsParagraph, end }) => endsParagraph && end - start >= size * LEAST_FILL_AT_PARAGRAPH,
  );
  return last === -1 ? open.length : last + 1;
}

/** What the next chunk begins with: the atoms left over, and before them those to repeat, where the next atom still fits. */
function withOverlap(open: readonly Atom[], count: number, next: Atom, size: number, overlap: number): Atom[] {
  const end = open[count - 1]?.end ?? 0;
  const lastPart = open.slice(0, count).findLastIndex(({ isPart }) => isPart);
  const first = open.findIndex(
    ({ start }, index) =>
      index >= count || (index > lastPart && index > 0 && end - start <= overlap && next.end - start <= size),
  );
  return first === -1 ? [] : open.slice(first);
}

function packed(atoms: readonly Atom[]): Packed {
  return {
    start: startOf(atoms),
    end: startOf(atoms) + lengthOf(atoms),
    headings: atoms[0]?.headings ?? [],
    header: headerOf(atoms),
  };
}

function headerOf(atoms: readonly Atom[]): string {
  return atoms[0]?.header ?? '';
}

function lengthOf(atoms: readonly Atom[]): number {
  return (atoms.at(-1)?.end ?? 0) - startOf(atoms);
}

function startOf(atoms: readonly Atom[]): number {
  return atoms[0]?.start ?? 0;
}
