import { indexedText } from '../indexed-text.ts';
import { MAX_CHARACTERS, MAX_CHUNKS } from '../parsing/limits.ts';
import type { Part, Parts, Place } from '../parsing/part.ts';
import { UnreadableError } from '../parsing/unreadable-error.ts';
import { type ChunkOptions, chunkText, DEFAULT_CHUNK_SIZE } from './chunk-text.ts';
import { RowPacker, type TextPiece } from './row-packer.ts';

/** A piece of a file, with what it is found by. */
export interface FileChunk {
  start: number;
  end: number;
  text: string;
  place: Place;
  indexedText: string;
}

/** From `offset` in the running text on, this is the place. */
interface Mark {
  offset: number;
  place: Place;
}

/**
 * Cuts what a reader finds: running text as `chunkText` does, across pages; rows packed whole, each chunk under its
 * table's header. Parts that are neither are handed to `report`. Throws UnreadableError beyond the limits.
 * @param title what the file is called when it says nothing itself
 */
export async function* chunkParts(
  parts: Parts,
  options: ChunkOptions,
  title: string | null,
  report: (part: Part) => void,
): AsyncGenerator<FileChunk> {
  const rows = new RowPacker(options.size ?? DEFAULT_CHUNK_SIZE);
  const prose = new Prose(options);
  let name = title;
  let count = 0;
  const finished = (chunks: Iterable<TextPiece>) => withIndexedText(chunks, name, () => (count += 1));
  for await (const part of parts) {
    if (part.kind === 'row') {
      yield* finished(prose.take());
      rows.startAt(prose.end);
      yield* finished(rows.add(part));
      prose.skipTo(rows.end);
    } else if (part.kind === 'text') {
      yield* finished(rows.take());
      if (part.place?.chapter !== prose.chapter) yield* finished(prose.take());
      prose.add(part.text, part.place ?? {});
    } else {
      if (part.kind === 'title') name ??= part.title;
      report(part);
    }
  }
  yield* finished(rows.take());
  yield* finished(prose.take());
}

function* withIndexedText(pieces: Iterable<TextPiece>, title: string | null, counted: () => number) {
  for (const piece of pieces) {
    if (counted() > MAX_CHUNKS) {
      throw new UnreadableError(`The file makes more than ${MAX_CHUNKS} chunks. Split it, or use a larger chunk_size.`);
    }
    yield { ...piece, indexedText: indexedText(title, piece.place.headings ?? [], piece.text) };
  }
}

/** Running text that grows until rows follow it or the file ends. */
class Prose {
  readonly #options: ChunkOptions;
  #texts: string[] = [];
  #marks: Mark[] = [];
  #start = 0;
  /** Chapters are cut each for itself. */
  chapter: string | undefined;
  /** One past the last character, in the whole of what was found in the file. */
  end = 0;

  constructor(options: ChunkOptions) {
    this.#options = options;
  }

  add(text: string, place: Place): void {
    this.#marks.push({ offset: this.end - this.#start, place });
    this.#texts.push(text);
    this.chapter = place.chapter;
    this.end += text.length;
    if (this.end - this.#start <= MAX_CHARACTERS) return;
    throw new UnreadableError(`The file holds more than ${MAX_CHARACTERS} characters of text.`);
  }

  skipTo(offset: number): void {
    this.#start = offset;
    this.end = offset;
  }

  *take(): Generator<TextPiece> {
    const text = this.#texts.join('');
    const marks = this.#marks;
    this.#texts = [];
    this.#marks = [];
    let at = 0;
    for (const { start, end, text: piece, headings } of chunkText(text, this.#options)) {
      // Chunks overlap: the next may begin before this one's last mark, so only the first mark moves on.
      while ((marks[at + 1]?.offset ?? Infinity) <= start) at += 1;
      const place = placeOf(marks, at, end, headings);
      yield { start: this.#start + start, end: this.#start + end, text: piece, place };
    }
    this.#start = this.end;
  }
}

function placeOf(marks: readonly Mark[], first: number, end: number, headings: readonly string[]): Place {
  let last = first;
  while ((marks[last + 1]?.offset ?? Infinity) < end) last += 1;
  const { page, ...others } = marks[first]?.place ?? {};
  const { page: lastPage, end_seconds } = marks[last]?.place ?? {};
  return {
    ...(page !== undefined && { page }),
    ...(lastPage !== undefined && lastPage !== page && { last_page: lastPage }),
    ...others,
    ...(end_seconds !== undefined && { end_seconds }),
    ...(headings.length > 0 && { headings: [...headings] }),
  };
}
