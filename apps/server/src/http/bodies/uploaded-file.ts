import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { openUnnamed } from './open-unnamed.ts';

/** A file that came in a form, on disk. */
export class UploadedFile {
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
  readonly #handle: FileHandle;

  private constructor(
    readonly name: string,
    readonly byteCount: number,
    sha256: string,
    handle: FileHandle,
  ) {
    this.sha256 = sha256;
    this.#handle = handle;
  }

  /** Writes the bytes to disk as they come. Throws what `bytes` throws, and then leaves nothing behind. */
  static async receive(name: string, bytes: AsyncIterable<Uint8Array>): Promise<UploadedFile> {
    const handle = await openUnnamed();
    try {
      const hash = createHash('sha256');
      let byteCount = 0;
      for await (const chunk of bytes) {
        hash.update(chunk);
        await handle.write(chunk);
        byteCount += chunk.length;
      }
      return new UploadedFile(name, byteCount, hash.digest('hex'), handle);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** The content in pieces of `size` bytes, the last one smaller perhaps. */
  async *pieces(size: number): AsyncGenerator<Buffer> {
    for (let position = 0; position < this.byteCount; position += size) {
      const piece = Buffer.alloc(Math.min(size, this.byteCount - position));
      await this.#handle.read(piece, 0, piece.length, position);
      yield piece;
    }
  }

  /** Gives the disk's space back. */
  async close(): Promise<void> {
    await this.#handle.close();
  }
}
