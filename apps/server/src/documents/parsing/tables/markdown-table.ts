import { isEmptyRow } from './row-text.ts';

/** A table in Markdown, its first row as the head; undefined when there is nothing in it. */
export function markdownTable(rows: readonly (readonly string[])[]): string | undefined {
  const [head, ...body] = rows.filter((row) => !isEmptyRow(row));
  if (head === undefined) return undefined;
  return [lineOf(head), lineOf(head.map(() => '---')), ...body.map(lineOf)].join('\n');
}

function lineOf(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll(/\s+/g, ' ').trim().replaceAll('|', '\\|')).join(' | ')} |`;
}
