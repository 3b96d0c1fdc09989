const DELIMITER_CELL = /^:?-+:?$/;

/** Whether two lines open a table: cells between bars, and under them as many cells of dashes (GFM 4.10). */
export function isTableHead(header: string, delimiter: string): boolean {
  if (!header.includes('|') || !delimiter.includes('|') || !/^[\s|:-]+$/.test(delimiter)) return false;
  const dashes = cellsOf(delimiter);
  return dashes.every((cell) => DELIMITER_CELL.test(cell.trim())) && dashes.length === cellsOf(header).length;
}

function cellsOf(row: string): string[] {
  const cells = row.trim().replaceAll('\\|', '').split('|');
  if (cells.length > 1 && cells.at(-1) === '') cells.pop();
  if (cells.length > 1 && cells[0] === '') cells.shift();
  return cells;
}
