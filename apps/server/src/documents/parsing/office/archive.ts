import { buffer } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { MAX_ARCHIVE_BYTES, MAX_ARCHIVE_ENTRIES, MAX_ENTRY_BYTES } from '../limits.ts';
import { decodeText } from '../plain/decode-text.ts';
import type { Source } from '../source.ts';
import { UnreadableError } from '../unreadable-error.ts';

/**
 * A zip archive that is no bomb: its sizes, as it says them, are within the limits, and reading an entry fails as soon as
 * it turns out larger than it said.
 */
export class Archive {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  static async open({ content }: Source): Promise<Archive> {
    const options = { lazyEntries: true, autoClose: false, decodeStrings: true };
    const zip = Buffer.isBuffer(content)
      ? await yauzl.fromBufferPromise(content, options)
      : await yauzl.fromFdPromise(content, options);
    if (zip.entryCount > MAX_ARCHIVE_ENTRIES) {
      throw new UnreadableError(`The file holds more than ${MAX_ARCHIVE_ENTRIES} parts.`);
    }
    const entries = new Map<string, Entry>();
    let total = 0;
    for await (const entry of entriesOf(zip)) {
      total += entry.uncompressedSize;
      if (entry.uncompressedSize > MAX_ENTRY_BYTES || total > MAX_ARCHIVE_BYTES) throw tooLarge();
      if (entry.isEncrypted()) throw new UnreadableError('The file is protected by a password.');
      entries.set(entry.fileName, entry);
    }
    return new Archive(zip, entries);
  }

  /** The names of the entries that match, those with a number in its order. */
  names(pattern: RegExp): string[] {
    const numeric = new Intl.Collator('en', { numeric: true });
    return [...this.#entries.keys()].filter((name) => pattern.test(name)).sort(numeric.compare);
  }

  /** An entry as text; undefined when there is none of that name. */
  async text(name: string): Promise<string | undefined> {
    const entry = this.#entries.get(name);
    return entry && decodeText(await buffer(await this.#zip.openReadStreamPromise(entry)));
  }

  /** Unpacks everything and keeps nothing, for libraries that trust what an archive says of itself. */
  async verify(): Promise<void> {
    for (const entry of this.#entries.values()) {
      await pipeline(await this.#zip.openReadStreamPromise(entry), new Writable({ write: (_1, _2, done) => done() }));
    }
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const { promise, resolve, reject } = Promise.withResolvers<Entry | undefined>();
    const onEntry = (entry: Entry): void => resolve(entry);
    const onEnd = (): void => resolve(undefined);
    zip.once('entry', onEntry).once('end', onEnd).once('error', reject);
    zip.readEntry();
    const entry = await promise.finally(() => zip.off('entry', onEntry).off('end', onEnd).off('error', reject));
    if (entry === undefined) return;
    yield entry;
  }
}

function tooLarge(): UnreadableError {
  return new UnreadableError(`Unpacked, the file is larger than ${MAX_ARCHIVE_BYTES / 1024 / 1024} MB.`);
}
