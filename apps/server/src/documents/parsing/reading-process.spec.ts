import { expect, it } from '@jest/globals';
import { openUnnamed } from '../../http/bodies/open-unnamed.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { type Found, readFile, type ReaderLimits } from './read-file.ts';

interface Reading {
  type?: 'text' | 'pdf';
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
