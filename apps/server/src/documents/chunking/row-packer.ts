import type { Part, Place } from '../parsing/part.ts';
import { cutLong } from './cut-long.ts';
import { repeatedHeader, roomOf, underHeader } from './repeated-header.ts';

type Row = Extract<Part, { kind: 'row' }>;

/** Packs a table's rows into chunks of at most `size` characters, each under the header. A row that is longer is cut. */
export class RowPacker {
  readonly #size: number;
  #open: Row[] = [];
  #length = 0;
  #start = 0;
  /** One past the last character. */
  end = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** Where the next row begins, when something else stands before it. */
  startAt(offset: number): void {
    if (this.#open.length > 0) return;
    this.#start = offset;
    this.end = offset;
  }

  *add(row: Row): Generator<TextPiece> {
    const room = this.#size - roomOf(repeatedHeader(row.header, this.#size));
    const [first] = this.#open;
    const isOther = first !== undefined && (first.sheet !== row.sheet || first.header !== row.header);
    if (isOther || this.#length + row.text.length > room) yield* this.take();
    this.#open.push(row);
    this.#length += row.text.length + 1;
    this.end += row.text.length + 1;
    if (row.text.length > room) yield* this.take();
  }

  /** What is not in a chunk yet. */
  *take(): Generator<TextPiece> {
    const [first] = this.#open;
    if (first === undefined) return;
    const header = repeatedHeader(first.header, this.#size);
    const text = this.#open.map((row) => row.text).join('\n');
    const place = {
      ...(first.sheet !== undefined && { sheet: first.sheet }),
      first_row: first.row,
      last_row: this.#open.at(-1)!.row,
    };
    for (const { start, end } of cutLong(text, 0, text.length, this.#size - roomOf(header))) {
      const whole = underHeader(header, text.slice(start, end));
      yield { start: this.#start + start, end: this.#start + end, text: whole, place };
    }
    this.#open = [];
    this.#length = 0;
    this.#start = this.end;
  }
}

/** A chunk before it is known what it is found by. */
export interface TextPiece {
  start: number;
  end: number;
  text: string;
  place: Place;
}
