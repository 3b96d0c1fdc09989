const NOT_WHITE_SPACE = /\S/g;

/** The place of the first character at or after `from` that is not white space; the text's length when there is none. */
export function nextCharacter(text: string, from: number): number {
  NOT_WHITE_SPACE.lastIndex = from;
  return NOT_WHITE_SPACE.exec(text)?.index ?? text.length;
}
