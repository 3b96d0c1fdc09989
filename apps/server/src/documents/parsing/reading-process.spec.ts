import { expect, it } from '@jest/globals';
import { openUnnamed } from '../../http/bodies/open-unnamed.ts';
import { type Found, readFile } from './read-file.ts';

async function read(content: string, maxSilenceMs?: number): Promise<Found[]> {
  const bytes = Buffer.from(content);
  const handle = await openUnnamed();
  await handle.write(bytes);
  const known = { type: 'text', url: null, charset: undefined, title: null, size: null, separators: null } as const;
  const input = { handle, byteCount: bytes.length, ...known };
  const messages: Found[] = [];
  for await (const message of readFile(input, new AbortController().signal, { maxSilenceMs })) messages.push(message);
  return messages;
}

it('ends a reading thread that falls silent, and reads the next file in another', async () => {
  await expect(read('Words.', 0)).rejects.toThrow('Reading the file takes too long.');
  expect(await read('Words.')).toMatchObject([{ kind: 'chunks', chunks: [{ text: 'Words.' }] }]);
});
