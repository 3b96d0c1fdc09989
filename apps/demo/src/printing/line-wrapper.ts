/** Breaks text into lines between words, as the text arrives; a word that is longer than a line stands alone. */
export class LineWrapper {
  #column = 0;
  #word = '';
  readonly #write: (text: string) => void;
  readonly #width: number;
  readonly #indent: string;

  /** @param width Columns of a line, `indent` included. */
  constructor(write: (text: string) => void, width: number, indent = '') {
    this.#write = write;
    this.#width = width;
    this.#indent = indent;
  }

  push(text: string): void {
    for (const character of text) {
      if (!/\s/.test(character)) this.#word += character;
      else this.#placeWord();
      if (character === '\n') this.#breakLine();
    }
  }

  /** Writes what is left, and ends the line. */
  end(): void {
    this.#placeWord();
    if (this.#column > 0) this.#breakLine();
  }

  #placeWord(): void {
    if (this.#word === '') return;
    const length = [...this.#word].length;
    if (this.#column > 0 && this.#column + 1 + length > this.#width) this.#breakLine();
    const before = this.#column === 0 ? this.#indent : ' ';
    this.#write(before + this.#word);
    this.#column += before.length + length;
    this.#word = '';
  }

  #breakLine(): void {
    this.#write('\n');
    this.#column = 0;
  }
}

/** Wraps a whole text; ends with a line break. */
export function wrapText(text: string, width: number, indent = ''): string {
  let wrapped = '';
  const wrapper = new LineWrapper((piece) => (wrapped += piece), width, indent);
  wrapper.push(text);
  wrapper.end();
  return wrapped;
}
