import type { Patience } from './patience.ts';

/** A whole body, or undefined when it is longer than `maxBytes`. */
export async function readBytes(
  body: AsyncIterable<Buffer>,
  maxBytes: number,
  patience: Patience,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  const iterator = body[Symbol.asyncIterator]();
  let length = 0;
  for (;;) {
    const next = await patience.wait(iterator.next());
    if (next.done) return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, length);
    chunks.push(next.value);
    length += next.value.length;
    if (length > maxBytes) return undefined;
  }
}
