/** What a reviver is told of a number, from Node 21 on. */
interface NumberContext {
  source?: string;
}

/**
 * Parses what the source says. A whole number that no double holds exactly becomes a text of the same digits, since it
 * would be another number otherwise.
 */
export class JsonReader {
  /** How many such numbers there were. */
  largeNumbers = 0;

  /** @throws {SyntaxError} */
  parse(text: string): unknown {
    return JSON.parse(text, (_name, value: unknown, context?: NumberContext) => {
      if (!Number.isInteger(value) || Number.isSafeInteger(value)) return value;
      const digits = context?.source;
      if (digits === undefined || !/^-?\d+$/.test(digits)) return value;
      this.largeNumbers += 1;
      return digits;
    }) as unknown;
  }
}
