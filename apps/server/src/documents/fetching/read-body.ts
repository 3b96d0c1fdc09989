import { type Readable, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { FetchError } from './fetch-error.ts';

/** What we ask for; whatever else comes is refused. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

const DECODERS: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * A body as it was before compression, at most `maxBytes` of it: the bytes on the wire and those that come out of them
 * are counted both, as they pass. Throws `FetchError`.
 */
export function readBody(body: Readable, encoding: string, maxBytes: number): AsyncIterable<Buffer> {
  if (encoding === '' || encoding === 'identity') return bounded(body, maxBytes);
  const createDecoder = DECODERS[encoding];
  if (createDecoder === undefined) throw new FetchError('encoding', encoding);
  // The callback is where an error would be reported twice: reading the decoder throws it.
  const decoder = pipeline(
    body,
    (source: AsyncIterable<Buffer>) => bounded(source, maxBytes),
    createDecoder(),
    () => undefined,
  );
  return bounded(decoder as Readable, maxBytes);
}

async function* bounded(source: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer, void> {
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > maxBytes) throw new FetchError('too_large');
    yield chunk;
  }
}
