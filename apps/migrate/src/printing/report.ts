import { styleText } from 'node:util';

/** What is compared in the end. */
export interface ReportRow {
  what: string;
  source: number | string;
  here: number | string;
  /** Undefined: there is nothing to compare. */
  isEqual?: boolean;
  /** In place of `equal` where there is nothing to compare. */
  instead?: string;
}

/** Something that a person has to know; `ids` are all of those concerned. */
export interface Remark {
  text: string;
  ids?: string[];
}

export interface Report {
  /** The project here; undefined when nothing was copied. */
  projectId?: string;
  rows: ReportRow[];
  /** What makes source and copy unequal. */
  problems: Remark[];
  /** What was changed or replaced on the way, without loss. */
  notes: Remark[];
}

export const emptyReport = (): Report => ({ rows: [], problems: [], notes: [] });

export function isEqual({ rows, problems }: Report): boolean {
  return problems.length === 0 && rows.every((row) => row.isEqual !== false);
}

const SHOWN_IDS = 10;

/** The table and, below it, what is wrong and what was changed. */
export function renderReport({ rows, problems, notes }: Report): string {
  const cells = rows.map((row) => [row.what, show(row.source), show(row.here), verdict(row)]);
  const table = [['', 'at the source', 'here', ''], ...cells];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const lines = table.map(([what, source, here, result]) =>
    [what!.padEnd(widths[0]!), source!.padStart(widths[1]!), here!.padStart(widths[2]!), result].join('  ').trimEnd(),
  );
  const remarks = [...problems.map((each) => remark('!', each)), ...notes.map((each) => remark('-', each))];
  return [...lines, ...(remarks.length > 0 ? ['', ...remarks] : [])].map((line) => `${line}\n`).join('');
}

function show(value: number | string): string {
  return typeof value === 'number' ? value.toLocaleString('en') : value;
}

function verdict({ isEqual: equal, instead = '' }: ReportRow): string {
  if (equal === undefined) return instead;
  return equal ? styleText('green', 'equal') : styleText('red', 'not equal');
}

function remark(sign: string, { text, ids = [] }: Remark): string {
  const more = ids.length > SHOWN_IDS ? `, and ${ids.length - SHOWN_IDS} more in the state file` : '';
  return `${sign} ${text}${ids.length > 0 ? `: ${ids.slice(0, SHOWN_IDS).join(', ')}${more}` : ''}`;
}
