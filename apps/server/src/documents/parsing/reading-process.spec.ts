import { expect, it } from '@jest/globals';
import { openUnnamed } from '../../http/bodies/open-unnamed.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { makeZip } from '../testing/make-zip.ts';
import { type Found, readFile, type ReaderLimits } from './read-file.ts';

interface Reading {
  type?: 'text' | 'pdf' | 'xlsx';
  limits?: ReaderLimits;
  signal?: AbortSignal;
  each?: () => void;
}

async function read(content: string | Buffer, { type = 'text', limits, signal, each }: Reading = {}): Promise<Found[]> {
  const bytes = Buffer.from(content);
  const handle = await openUnnamed();
  await handle.write(bytes);
  const known = { type, url: null, charset: undefined, title: null, size: null, separators: null };
  const input = { handle, byteCount: bytes.length, ...known };
  const messages: Found[] = [];
  try {
    for await (const message of readFile(input, signal ?? new AbortController().signal, limits)) {
      messages.push(message);
      each?.();
    }
    return messages;
  } finally {
    await handle.close();
  }
}

const longBook = (): Buffer => makePdf(Array.from({ length: 2_000 }, () => ['A line on a page.']));

it('ends a process that falls silent, and reads the next file in another', async () => {
  await expect(read('Words.', { limits: { silenceMs: 0 } })).rejects.toThrow('Reading the file takes too long.');
  expect(await read('Words.')).toMatchObject([{ kind: 'chunks', chunks: [{ text: 'Words.' }] }]);
});

it('hears all that a process said, be it gone by then', async () => {
  const handle = await openUnnamed();
  const { bytesWritten: byteCount } = await handle.write('Words.');
  const known = { type: 'text' as const, url: null, charset: undefined, title: null, size: null, separators: null };
  const reading = readFile({ handle, byteCount, ...known }, new AbortController().signal);
  const first = reading.next();
  // Meanwhile it reads, tells, and ends; we learn of all that at once.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2_000);
  expect(await first).toMatchObject({ value: { kind: 'chunks', chunks: [{ text: 'Words.' }] } });
  expect(await reading.next()).toMatchObject({ done: true });
  await handle.close();
});

it('ends a process that needs more memory than it may, and says so', async () => {
  await expect(read(longBook(), { type: 'pdf', limits: { memoryMb: 20 } })).rejects.toThrow(
    'Reading the file needs more than 20 MB of memory.',
  );
});

it('ends the process in the midst of a file when the reading is given up', async () => {
  const giveUp = new AbortController();
  const each = (): void => giveUp.abort(new Error('Enough.'));
  await expect(read(longBook(), { type: 'pdf', signal: giveUp.signal, each })).rejects.toThrow('Enough.');
});

it('reads a workbook of 200,000 cells within the memory it has', async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => {
    const cells = Array.from({ length: 10 }, (_, column) => `<c t="s"><v>${(row + column) % 1_000}</v></c>`);
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  const texts = Array.from({ length: 1_000 }, (_, index) => `<si><t>Word ${index}</t></si>`);
  const workbook = makeZip({
    'xl/workbook.xml': '<workbook><sheets><sheet name="Words" r:id="one"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="one" Target="sheet.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst>${texts.join('')}</sst>`,
    'xl/sheet.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
  });
  const chunks = (await read(workbook, { type: 'xlsx' })).flatMap((found) =>
    found.kind === 'chunks' ? found.chunks : [],
  );
  expect(chunks[0]).toMatchObject({ place: { sheet: 'Words', first_row: 2 } });
  expect(chunks.at(-1)).toMatchObject({ place: { last_row: 20_000 } });
}, 60_000);
