import { packAtoms } from './pack-atoms.ts';
import { splitAtSeparators, splitBlocks } from './split-atoms.ts';

/** A piece of a document: `text` is the document from `start` up to, not including, `end` (UTF-16 code units). */
export interface TextChunk {
  start: number;
  end: number;
  text: string;
  /** The headings that the chunk stands under, outermost first. */
  headings: readonly string[];
}

export interface ChunkOptions {
  /** Most UTF-16 code units in a chunk. Only a size of 1 is ever exceeded: a surrogate pair is not torn. */
  size?: number | null;
  /**
   * Texts to cut at instead of headings and paragraphs, in order of preference: a later one cuts only what is still
   * larger than `size`. Sentences and white space cut what none of them could.
   */
  separators?: readonly string[] | null;
}

export const DEFAULT_CHUNK_SIZE = 1_200;
/** Of a chunk's size, repeated at the start of the next in whole sentences: 200 of 1,200. */
const OVERLAP_SHARE = 1 / 6;

/**
 * Cuts a document into chunks of whole sentences that overlap. A chunk ends at a paragraph's end where one lies in its
 * second half, and before a heading once it is a quarter full. Lazy: a long document is cut as far as it is read.
 */
export function* chunkText(text: string, options: ChunkOptions = {}): Generator<TextChunk> {
  const size = options.size ?? DEFAULT_CHUNK_SIZE;
  const separators = options.separators?.filter((separator) => separator !== '') ?? [];
  const atoms = separators.length > 0 ? splitAtSeparators(text, size, separators) : splitBlocks(text, size);
  const overlap = Math.floor(size * OVERLAP_SHARE);
  for (const { start, end, headings } of packAtoms(atoms, size, overlap)) {
    yield { start, end, headings, text: text.slice(start, end) };
  }
}
