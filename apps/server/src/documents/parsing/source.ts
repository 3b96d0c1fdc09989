import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { UnreadableError } from './unreadable-error.ts';

/** A file to read. */
export interface Source {
  /** Or its bytes, where it came within another file. */
  handle: FileHandle | Buffer;
  byteCount: number;
  /** Where it came from, for links in it. */
  url: string | null;
  /** As the server named it that the file was fetched from. */
  charset: string | undefined;
}

/** The whole content, for formats that cannot be read piece by piece. Throws UnreadableError beyond `maxBytes`. */
export async function readWhole(source: Source, maxBytes: number): Promise<Buffer> {
  if (source.byteCount > maxBytes) {
    throw new UnreadableError(`Files of this type can be read up to ${Math.floor(maxBytes / 1024 / 1024)} MB.`);
  }
  return readStart(source, source.byteCount);
}

/** The first bytes, or all when there are no more. */
export async function readStart({ handle, byteCount }: Source, maxBytes: number): Promise<Buffer> {
  if (Buffer.isBuffer(handle)) return handle.subarray(0, maxBytes);
  const content = Buffer.alloc(Math.min(byteCount, maxBytes));
  for (let at = 0; at < content.length;) {
    const { bytesRead } = await handle.read(content, at, content.length - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return content;
}

/** The content, piece by piece. */
export function streamOf({ handle }: Source): Readable {
  return Buffer.isBuffer(handle) ? Readable.from([handle]) : handle.createReadStream({ start: 0, autoClose: false });
}
