import { createReadStream, read, type ReadStream } from 'node:fs';
import { promisify } from 'node:util';
import { UnreadableError } from './unreadable-error.ts';

/** An open file. */
export interface Bytes {
  /** Its descriptor. */
  fd: number;
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
export async function readStart({ fd, byteCount }: Bytes, maxBytes: number): Promise<Buffer> {
  const content = Buffer.alloc(Math.min(byteCount, maxBytes));
  for (let at = 0; at < content.length;) {
    const { bytesRead } = await readAt(fd, content, at, content.length - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return content;
}

/** The content, piece by piece. */
export function streamOf({ fd }: Bytes): ReadStream {
  return createReadStream('', { fd, start: 0, autoClose: false });
}
