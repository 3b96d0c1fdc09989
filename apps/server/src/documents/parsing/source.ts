import type { FileHandle } from 'node:fs/promises';
import { UnreadableError } from './unreadable-error.ts';

/** A file to read. */
export interface Source {
  handle: FileHandle;
  byteCount: number;
  /** Where it came from, for links in it. */
  url: string | null;
  /** As the server named it that the file was fetched from. */
  charset: string | undefined;
}

/** The whole content, for formats that cannot be read piece by piece. Throws UnreadableError beyond `maxBytes`. */
export async function readWhole({ handle, byteCount }: Source, maxBytes: number): Promise<Buffer> {
  if (byteCount > maxBytes) {
    throw new UnreadableError(`Files of this type can be read up to ${Math.floor(maxBytes / 1024 / 1024)} MB.`);
  }
  const content = Buffer.alloc(byteCount);
  for (let at = 0; at < byteCount;) {
    const { bytesRead } = await handle.read(content, at, byteCount - at, at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return content;
}
