const GRAM_LENGTH = 4;

/**
 * All runs of four characters in a word, its ends marked with `^` and `$` ("cut" → "^cut", "cut$"). They find inflections
 * and misspellings in any language. A word of one character has none.
 */
export function characterGrams(word: string): string[] {
  const marked = `^${word}$`;
  const count = Math.max(0, marked.length - GRAM_LENGTH + 1);
  return Array.from({ length: count }, (_, start) => marked.slice(start, start + GRAM_LENGTH));
}
