/** A row as one line. */
export function rowText(cells: readonly string[]): string {
  return cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim()).join(' | ');
}

/** Whether there is anything in a row. */
export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
