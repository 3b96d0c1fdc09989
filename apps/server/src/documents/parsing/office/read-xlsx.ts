import { elementsInTurn, elementsNamed, parseXml, textOf, type XmlElement, type XmlNode } from '../markup/parse-xml.ts';
import type { Part } from '../part.ts';
import type { Source } from '../source.ts';
import { isEmptyRow, rowText } from '../tables/row-text.ts';
import { Archive } from './archive.ts';
import { coreProperties } from './core-properties.ts';
import { numberText, readDateStyles } from './cell-numbers.ts';

/** Columns beyond this are a mistake, or an attack: a cell's own name may say any number. */
const MAX_COLUMNS = 1_000;

/** Excel: the rows of each sheet under its first one. */
export async function* readXlsx(source: Source): AsyncGenerator<Part> {
  const archive = await Archive.open(source);
  yield await coreProperties(archive);
  const texts = await sharedTexts(archive);
  const dateStyles = readDateStyles(parseXml((await archive.text('xl/styles.xml')) ?? ''));
  const sheets = await sheetsOf(archive);
  yield { kind: 'pages', count: sheets.length };
  for (const [index, { name, path }] of sheets.entries()) {
    let header: string | undefined;
    let first: Part | undefined;
    for (const row of elementsInTurn((await archive.text(path)) ?? '', 'row')) {
      const cells = cellsOf(row, texts, dateStyles);
      if (isEmptyRow(cells)) continue;
      const text = rowText(cells);
      const number = Number(row.attributes.r ?? 1);
      if (header === undefined) {
        header = text;
        first = { kind: 'row', text, header: '', row: number, sheet: name };
      } else {
        first = undefined;
        yield { kind: 'row', text, header, row: number, sheet: name };
      }
    }
    // The only row of a sheet is no header.
    if (first !== undefined) yield first;
    yield { kind: 'progress', done: (index + 1) / sheets.length };
  }
}

async function sharedTexts(archive: Archive): Promise<string[]> {
  const strings = (await archive.text('xl/sharedStrings.xml')) ?? '';
  return Array.from(elementsInTurn(strings, 'si'), textOfRuns);
}

/** Phonetic hints (`rPh`) are no text. */
function textOfRuns({ children }: XmlElement): string {
  const shown = children.filter((child) => typeof child === 'string' || child.name !== 'rPh');
  return [...elementsNamed(shown, 't')].map((run) => textOf(run.children)).join('');
}

async function sheetsOf(archive: Archive): Promise<{ name: string; path: string }[]> {
  const relations = parseXml((await archive.text('xl/_rels/workbook.xml.rels')) ?? '');
  const targets = new Map(
    [...elementsNamed(relations, 'Relationship')].map(({ attributes: { Id = '', Target = '' } }) => [Id, Target]),
  );
  const workbook: XmlNode[] = parseXml((await archive.text('xl/workbook.xml')) ?? '');
  return [...elementsNamed(workbook, 'sheet')].flatMap(({ attributes: { name = '', id = '' } }) => {
    const target = targets.get(id);
    if (target === undefined) return [];
    return { name, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` };
  });
}

function cellsOf(row: XmlElement, texts: readonly string[], dateStyles: ReadonlySet<number>): string[] {
  const cells: string[] = [];
  for (const cell of elementsNamed(row.children, 'c')) {
    const column = columnOf(cell.attributes.r) ?? cells.length;
    if (column >= MAX_COLUMNS) break;
    while (cells.length < column) cells.push('');
    cells[column] = cellText(cell, texts, dateStyles);
  }
  return cells;
}

function cellText(cell: XmlElement, texts: readonly string[], dateStyles: ReadonlySet<number>): string {
  const { t: type = 'n', s: style = '0' } = cell.attributes;
  const [value] = elementsNamed(cell.children, 'v');
  const text = value === undefined ? '' : textOf(value.children);
  if (type === 'inlineStr') return [...elementsNamed(cell.children, 'is')].map(textOfRuns).join('');
  if (type === 's') return texts[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return type === 'n' && text !== '' ? numberText(text, dateStyles.has(Number(style))) : text;
}

/** "AB12" is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
