import { createReadStream, read } from 'node:fs';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { UnreadableError } from './unreadable-error.ts';

export interface Bytes {
  /** The descriptor of an open file; or the bytes, where they came within another file. */
  content: number | Buffer;
  byteCount: number;
}

/** A file to read. */
export interface Source extends Bytes {
  /** Where it came from, for links in it. */
  url: string | null;
  /** As the server named it that the file was fetched from. */
  charset: string | undefined;
}

const readAt = promisify(read);

/** The whole content, for formats that cannot be read piece by piece. Throws UnreadableError beyond `maxBytes`. */
export async function readWhole(source: Bytes, maxBytes: number): Promise<Buffer> {
  if (source.byteCount > maxBytes) {
    throw new UnreadableError(`Files of this type can be read up to ${Math.floor(maxBytes / 1024 / 1024)} MB.`);
  }
  return readStart(source, source.byteCount);
}

/** The first bytes, or all when there are no more. */
export async function readStart({ content, byteCount }: Bytes, maxBytes: number): Promise<Buffer> {
  if (Buffer.isBuffer(content)) return content.subarray(0, maxBytes);
  const start = Buffer.alloc(Math.min(byteCount, maxBytes));
  for (let at = 0; at < start.length;) {
    const { bytesRead } = await readAt(content, start, at, start.length - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return start;
}

/** The content, piece by piece. */
export function streamOf({ content }: Bytes): Readable {
  return Buffer.isBuffer(content)
    ? Readable.from([content])
    : createReadStream('', { fd: content, start: 0, autoClose: false });
}
