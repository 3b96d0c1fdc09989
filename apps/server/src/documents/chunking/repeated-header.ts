/**
 * What of a table's header each further chunk begins with: all of its lines where they fill at most half of a chunk, else
 * the first, or the beginning of it.
 */
export function repeatedHeader(header: string, size: number): string {
  const most = Math.max(0, Math.floor(size / 2) - 1);
  if (header.length <= most) return header;
  const [first = ''] = header.split('\n', 1);
  return first.trimEnd().slice(0, most).toWellFormed();
}

/** A chunk's text under its header. */
export function underHeader(header: string, text: string): string {
  return header === '' ? text : `${header}\n${text}`;
}

/** The characters that a header takes of a chunk, its line end included. */
export function roomOf(header: string): number {
  return header === '' ? 0 : header.length + 1;
}
