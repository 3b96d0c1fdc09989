/** Of a text in a record, in UTF-16 units: even of four bytes each, they fit into a page of an index. */
export const MAX_TEXT_LENGTH = 500;

/** A text that the database takes: it holds neither zero characters nor halves of pairs. At most `maxLength` UTF-16 units. */
export function cleanText(text: string, maxLength: number): string {
  return text.slice(0, maxLength).toWellFormed().replaceAll('\0', '\uFFFD');
}
