import { packAtoms } from './atoms/pack-atoms.ts';
import { splitAtSeparators, splitBlocks } from './atoms/split-atoms.ts';
import { underHeader } from './repeated-header.ts';

/** A piece of a document, from `start` up to, not including, `end` (UTF-16 code units). */
export interface TextChunk {
  start: number;
  end: number;
  /** The document there. When that begins in the rows of a table, the table's header and a line end stand before it. */
  text: string;
  /** The headings that the chunk stands under, outermost first. */
  headings: readonly string[];
}

export interface ChunkOptions {
  /** Most UTF-16 code units in a chunk. Only a size of 1 is ever exceeded: a surrogate pair is not torn. */
  size?: number | null;
  /**
   * Texts to cut at instead of headings and paragraphs, in order of preference: a later one cuts only what is still
   * larger than `size`. What none of them could cut is cut at rows, lines, sentences and white space.
   */
  separators?: readonly string[] | null;
}

export const DEFAULT_CHUNK_SIZE = 1_200;
/** Of a chunk's size, repeated at the start of the next in whole sentences: 200 of 1,200. */
const OVERLAP_SHARE = 1 / 6;

/**
 * Cuts a document into chunks of whole sentences that overlap. A chunk ends at a paragraph's end where one lies in its
 * second half, and before a heading once it is a quarter full. Markdown tables and fenced code that fit into a chunk stay
 * whole; larger tables are cut between rows, and larger code at blank lines, then at lines. Lazy: a long document is cut
 * as far as it is read.
 */
export function* chunkText(text: string, options: ChunkOptions = {}): Generator<TextChunk> {
  const size = options.size ?? DEFAULT_CHUNK_SIZE;
  const separators = options.separators?.filter((separator) => separator !== '') ?? [];
  const atoms = separators.length > 0 ? splitAtSeparators(text, size, separators) : splitBlocks(text, size);
  const overlap = Math.floor(size * OVERLAP_SHARE);
  for (const { start, end, headings, header } of packAtoms(atoms, size, overlap)) {
    yield { start, end, headings, text: underHeader(header, text.slice(start, end)) };
  }
}
