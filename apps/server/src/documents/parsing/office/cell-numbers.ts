import { elementsNamed, type XmlNode } from '../markup/parse-xml.ts';

/** Formats of dates and times that need no entry in the file (ECMA-376-1, 18.8.30). */
const BUILT_IN_DATES = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47];
/** 1899-12-30: the day 0 of a spreadsheet, with its leap year that never was. */
const DAY_ZERO_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const MAX_DAY = 2_958_465;

/** The numbers of the cell styles whose values are dates. */
export function readDateStyles(styles: readonly XmlNode[]): ReadonlySet<number> {
  const formats = new Set(BUILT_IN_DATES);
  for (const { attributes } of elementsNamed(styles, 'numFmt')) {
    // Letters in quotes or brackets are not part of the format itself.
    const code = (attributes.formatCode ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
    if (/[ymdhs]/i.test(code)) formats.add(Number(attributes.numFmtId));
  }
  const [cellStyles] = elementsNamed(styles, 'cellXfs');
  const ids = [...elementsNamed(cellStyles?.children ?? [], 'xf')].map(({ attributes }) => Number(attributes.numFmtId));
  return new Set(ids.flatMap((id, index) => (formats.has(id) ? index : [])));
}

/** A number as people read it: a date where it is one, and without the noise of binary fractions. */
export function numberText(text: string, isDate: boolean): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (!isDate || value < 0 || value > MAX_DAY) return String(Number(value.toPrecision(15)));
  const moment = new Date(DAY_ZERO_MS + Math.round(value * DAY_MS)).toISOString();
  const [day = '', time = ''] = moment.slice(0, 19).split('T');
  if (value < 1) return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}
