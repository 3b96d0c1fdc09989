/** A text that the database takes: it holds neither zero characters nor halves of pairs. At most `maxLength` UTF-16 units. */
export function cleanText(text: string, maxLength: number): string {
  return text.slice(0, maxLength).toWellFormed().replaceAll('\0', '\uFFFD');
}
