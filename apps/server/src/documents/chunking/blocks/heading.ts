export interface Heading {
  level: number;
  title: string;
}

const HEADING_MARKS = /^#{1,6}(?=[ \t])/;

/** A longer line is no heading; with badges, some have 600 characters. */
const MAX_HEADING_LENGTH = 1_000;

/** What a line is the heading of, if it is one. */
export function headingOf(line: string): Heading | undefined {
  const [marks] = HEADING_MARKS.exec(line) ?? [];
  if (marks === undefined || line.length > MAX_HEADING_LENGTH) return undefined;
  const title = line.slice(marks.length, titleEnd(line)).trim();
  return title === '' ? undefined : { level: marks.length, title };
}

/** Where a heading's title ends: before its closing marks and white space. A pattern would try every run of them. */
function titleEnd(line: string): number {
  let end = line.length;
  while (/[\s#]/.test(line.charAt(end - 1))) end -= 1;
  return end;
}
