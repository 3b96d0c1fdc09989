import { describe, expect, it } from '@jest/globals';
import { openUnnamed } from '../../http/bodies/open-unnamed.ts';
import { type Found, readFile, type Reading } from './read-file.ts';
import { ReaderMemoryError, UnreadableError } from './unreadable-error.ts';

async function read(content: string, limits: Pick<Reading, 'type' | 'maxHeapMb' | 'maxSilenceMs'>): Promise<Found[]> {
  const bytes = Buffer.from(content);
  const handle = await openUnnamed();
  await handle.write(bytes);
  const input = { handle, byteCount: bytes.length, url: null, title: null, size: null, separators: null };
  const messages: Found[] = [];
  const reading = readFile({ ...input, charset: undefined, ...limits }, new AbortController().signal);
  for await (const message of reading) messages.push(message);
  // Whoever owned it, it is closed.
  expect(handle.fd).toBe(-1);
  return messages;
}

describe('the reading thread', () => {
  it('is ended when it falls silent, and the next file has another', async () => {
    const silent = read('Words.', { type: 'text', maxSilenceMs: 0 });
    await expect(silent).rejects.toThrow(new UnreadableError('Reading the file takes too long.'));
    expect(await read('Words.', { type: 'text' })).toMatchObject([{ kind: 'chunks', chunks: [{ text: 'Words.' }] }]);
  });

  it('is ended when it needs more memory than it was given, which says how much that was', async () => {
    const heavy = read(`[${'{},[],'.repeat(1_000_000)}1]`, { type: 'json', maxHeapMb: 32 });
    await expect(heavy).rejects.toThrow(new ReaderMemoryError('Reading the file needs more than 32 MB of memory.'));
    expect(await read('Words.', { type: 'text', maxHeapMb: 32 })).toHaveLength(1);
  });
});
