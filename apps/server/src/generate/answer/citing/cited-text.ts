import { sentences } from '@groundwire/text';
import { type Citation, findCitations } from './annotate.ts';
import { type Marker, MarkerScanner, type Piece } from './markers.ts';
import { type Candidate, supports } from './support.ts';

/** A sentence is looked for in no more text than this (UTF-16 code units) before its marker. */
const MAX_LOOK_BACK = 2_000;

/** What opens a line without being said: a bullet, a number, a heading's or a quote's sign. */
const LINE_SIGN = /^(?:[-*+•] +|\d{1,3}[.)] +|#{1,6} +|> ?)+/;

/** What a piece of the answer became. */
export interface Cited {
  text: string;
  citations: Citation[];
}

interface Span {
  start: number;
  end: number;
}

/**
 * One text of an answer on its way to the caller: takes the model's markers out (or writes them as `[1]`), and turns each
 * that names a passage which supports its statement into a citation. Without markers, sentences are compared with the
 * passages when the text has ended.
 */
export class CitedText {
  readonly #scanner = new MarkerScanner();
  readonly #edits: { at: number; shift: number }[] = [];
  readonly #spans: Span[] = [];
  #text = '';
  #readLength = 0;
  removed = 0;
  cited = 0;

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly keepsMarkers: boolean,
  ) {}

  get isHolding(): boolean {
    return this.#scanner.isHolding;
  }

  push(text: string): Cited {
    return this.#add(this.#scanner.push(text));
  }

  end(): Cited {
    const { text, citations } = this.#add(this.#scanner.end());
    const isFree = ({ start, end }: Span): boolean =>
      this.#spans.every((span) => end <= span.start || span.end <= start);
    const found = findCitations(this.#text, this.candidates).filter(isFree);
    this.cited += found.length;
    return { text, citations: [...citations, ...found] };
  }

  /** Where a place of the model's own text is now: its own annotations point there. */
  placeOf(index: number): number {
    const before = this.#edits.filter(({ at }) => at <= index);
    return before.reduce((place, { shift }) => place + shift, index);
  }

  #add(pieces: readonly Piece[]): Cited {
    const start = this.#text.length;
    const citations = pieces.flatMap((piece) => ('text' in piece ? this.#say(piece.text) : this.#mark(piece)));
    return { text: this.#text.slice(start), citations };
  }

  #say(text: string): Citation[] {
    this.#text += text;
    this.#readLength += text.length;
    return [];
  }

  #mark({ length, space, passages }: Marker): Citation[] {
    const span = this.#spanBefore();
    const statement = this.#text.slice(span.start, span.end);
    const supported = [...new Set(passages)].filter((number) => {
      const candidate = this.candidates[number - 1];
      return candidate !== undefined && statement !== '' && supports(candidate, statement);
    });
    this.removed += passages.length - supported.length;
    this.cited += supported.length;
    if (supported.length > 0) this.#spans.push(span);
    this.#rewrite(length, space, supported);
    return supported.map((number) => ({ ...span, passage: (this.candidates[number - 1] as Candidate).passage }));
  }

  #rewrite(length: number, space: string, supported: readonly number[]): void {
    const isKept = this.keepsMarkers && supported.length > 0;
    const kept = isKept ? space + supported.map((number) => `[${number}]`).join('') : '';
    this.#text += kept;
    this.#readLength += length;
    this.#edits.push({ at: this.#readLength, shift: kept.length - length });
  }

  /** The statement that a marker here stands behind: its sentence, from the marker before it on. */
  #spanBefore(): Span {
    const last = this.#spans.at(-1);
    const from = Math.max(0, this.#text.length - MAX_LOOK_BACK);
    const sentence = sentences(this.#text.slice(from)).at(-1);
    if (sentence === undefined) return last ?? { start: 0, end: 0 };
    const sign = LINE_SIGN.exec(sentence.text)?.[0].length ?? 0;
    const start = Math.max(from + sentence.start + sign, last?.end ?? 0);
    const end = from + sentence.end;
    const said = this.#text.slice(start, end);
    // A second marker behind the same statement; a marker kept in the text says nothing either.
    if (last !== undefined && !/[\p{L}\p{N}]/u.test(said.replace(/\[\d+\]/g, ''))) return last;
    return { start: start + (said.length - said.trimStart().length), end };
  }
}
