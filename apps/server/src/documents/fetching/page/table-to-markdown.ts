import type { PageElement } from './dom.ts';

const MAX_COLUMNS = 100;

/**
 * A table of data in Markdown, its first row as the head; undefined for one that only lays a page out: with another
 * table, a heading or a list in it, or a single column.
 */
export function tableToMarkdown(table: PageElement): string | undefined {
  if (table.querySelector('table, h1, h2, h3, h4, ul, ol, pre') !== null) return undefined;
  const rows = Array.from(table.querySelectorAll('tr'), readRow).filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...body] = rows;
  if (head === undefined || width < 2) return undefined;
  const caption = textOf(table.querySelector('caption'));
  const line = (row: string[]): string => `| ${[...row, ...Array<string>(width - row.length).fill('')].join(' | ')} |`;
  const lines = [line(head), line(Array<string>(width).fill('---')), ...body.map(line)];
  return [...(caption === '' ? [] : [caption, '']), ...lines].join('\n');
}

function readRow(row: PageElement): string[] {
  return Array.from(row.children)
    .filter(({ localName }) => localName === 'td' || localName === 'th')
    .flatMap((cell) => {
      const span = Math.min(Number(cell.getAttribute('colspan')) || 1, MAX_COLUMNS);
      return [textOf(cell), ...Array<string>(Math.max(0, span - 1)).fill('')];
    })
    .slice(0, MAX_COLUMNS);
}

function textOf(cell: PageElement | null): string {
  return (cell?.textContent ?? '').replace(/\s+/g, ' ').trim().replaceAll('|', '\\|');
}
