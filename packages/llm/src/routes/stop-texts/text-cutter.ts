/** A text to stop at, and for each of its beginnings the length of the longest shorter one that it ends with. */
export interface StopText {
  text: string;
  fallbacks: Int32Array;
}

/** Prepares texts for any number of cutters. Knuth, Morris and Pratt: each character is looked at once. */
export function prepareStops(texts: readonly string[]): StopText[] {
  return texts.map((text) => {
    const fallbacks = new Int32Array(text.length);
    for (let end = 1, length = 0; end < text.length; end++) {
      while (length > 0 && text[end] !== text[length]) length = fallbacks[length - 1] as number;
      if (text[end] === text[length]) length += 1;
      fallbacks[end] = length;
    }
    return { text, fallbacks };
  });
}

/** Ends a text that comes in pieces before the first of several texts to stop at. */
export class TextCutter {
  readonly #stops: readonly StopText[];
  /** How much of each stop text the text ends with now. */
  readonly #begun: Int32Array;
  #held = '';
  #isCut = false;

  constructor(stops: readonly StopText[]) {
    this.#stops = stops;
    this.#begun = new Int32Array(stops.length);
  }

  /** A stop text was found: nothing comes any more. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** What can be said by now: all but an end that could be the beginning of a stop text. */
  push(piece: string): string {
    const before = this.#held.length;
    const text = this.#held + piece;
    for (let at = before; at < text.length; at++) {
      const found = this.#advance(text.charCodeAt(at));
      if (found === 0) continue;
      this.#isCut = true;
      this.#held = '';
      return text.slice(0, at + 1 - found);
    }
    const end = text.length - Math.max(0, ...this.#begun);
    this.#held = text.slice(end);
    return text.slice(0, end);
  }

  /** What was held back; to be called when the text is over. */
  flush(): string {
    const held = this.#held;
    this.#held = '';
    return held;
  }

  /** The length of the longest stop text that ends with this character; 0 when none does. */
  #advance(code: number): number {
    let found = 0;
    for (let index = 0; index < this.#stops.length; index++) {
      const { text, fallbacks } = this.#stops[index] as StopText;
      let length = this.#begun[index] as number;
      while (length > 0 && code !== text.charCodeAt(length)) length = fallbacks[length - 1] as number;
      if (code === text.charCodeAt(length)) length += 1;
      this.#begun[index] = length;
      if (length === text.length) found = Math.max(found, length);
    }
    return found;
  }
}
