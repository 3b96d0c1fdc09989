/** A run of characters as pdf.js finds it; marked content is of no use here. */
interface TextItem {
  str: string;
  hasEOL: boolean;
  height: number;
  /** The last two are where it stands, from the lower left corner. */
  transform: number[];
}

/** A gap of so many line heights is the end of a paragraph. */
const PARAGRAPH_GAP = 1.7;
/** A hyphen at a line's end, in the middle of a word. */
const TORN_WORD = /(?<=\p{Ll})-\n(?=\p{Ll})/gu;

/** The text of a page in reading order: lines, and a blank line where a larger gap is. */
export function pageText(items: readonly (TextItem | object)[]): string {
  let text = '';
  let lastY: number | undefined;
  for (const item of items) {
    if (!('str' in item)) continue;
    const y = item.transform[5]!;
    const gap = lastY === undefined ? 0 : Math.abs(lastY - y);
    if (item.str.trim() !== '') {
      if (text.endsWith('\n') && item.height > 0 && gap > item.height * PARAGRAPH_GAP) text += '\n';
      lastY = y;
    }
    text += item.str;
    if (item.hasEOL) text += '\n';
  }
  return text.replaceAll(/[ \t]+\n/g, '\n').replaceAll(TORN_WORD, '');
}
