import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { MAX_ROW_BYTES } from '../limits.ts';
import type { Part } from '../part.ts';
import { encodingOf } from '../plain/decode-text.ts';
import { readStart, type Source, streamOf } from '../source.ts';
import { UnreadableError } from '../unreadable-error.ts';
import { isEmptyRow, rowText } from './row-text.ts';

/** Enough to tell the encoding and the delimiter. */
const START_BYTES = 64 * 1024;
const DELIMITERS = [',', ';', '\t', '|'];
/** Rows between two reports of progress. */
const ROWS_PER_REPORT = 2_000;

/** Values separated by commas, semicolons, tabs or bars, row by row; the first row is the header. */
export async function* readCsv(source: Source): AsyncGenerator<Part> {
  const { byteCount } = source;
  const start = await readStart(source, START_BYTES);
  const encoding = encodingOf(start, start.length === byteCount);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(start));
  const texts = Readable.from(decoded(streamOf(source), encoding));
  const rows = texts.pipe(
    parse({ delimiter, relax_quotes: true, relax_column_count: true, bom: true, max_record_size: MAX_ROW_BYTES }),
  );
  texts.once('error', (error) => rows.destroy(error));
  let header: string | undefined;
  let row = 0;
  try {
    for await (const cells of rows as AsyncIterable<string[]>) {
      row += 1;
      if (isEmptyRow(cells)) continue;
      const text = rowText(cells);
      if (header === undefined) header = text;
      else yield { kind: 'row', text, header, row };
      if (row % ROWS_PER_REPORT === 0) yield { kind: 'progress', done: rows.info.bytes / byteCount };
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'CSV_MAX_RECORD_SIZE')) throw error;
    throw new UnreadableError('A row of the table is longer than 1 MB: a quotation mark may be missing.');
  }
  // A table of one row is a text.
  if (header !== undefined && row === 1) yield { kind: 'text', text: header };
}

async function* decoded(bytes: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes) yield decoder.decode(piece, { stream: true }).replaceAll('\0', '');
  yield decoder.decode();
}

/** The delimiter that stands most often in the first line. */
function delimiterOf(start: string): string {
  const [line = ''] = start.split('\n', 1);
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
