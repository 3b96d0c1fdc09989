import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, type Worker } from 'tesseract.js';
import { UnreadableError } from '../unreadable-error.ts';

/** The English model that comes with the server: nothing is loaded from elsewhere. */
const MODEL_FOLDER = join(
  dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json')),
  '4.0.0_best_int',
);

/** Reads what is written in pictures. Starts its engine with the first one. */
export class TextRecogniser {
  readonly #most: number;
  #count = 0;
  #worker: Promise<Worker> | undefined;

  /** @param most pictures that are read before it gives up */
  constructor(most: number) {
    this.#most = most;
  }

  /** Throws UnreadableError for one picture too many. */
  async read(image: Uint8Array): Promise<string> {
    this.#count += 1;
    if (this.#count > this.#most) throw new UnreadableError(`The file has more than ${this.#most} scanned pages.`);
    this.#worker ??= createWorker('eng', OEM.LSTM_ONLY, {
      langPath: MODEL_FOLDER,
      cacheMethod: 'none',
      gzip: true,
      // Without this, it throws where nobody can catch it.
      errorHandler: () => undefined,
    });
    const worker = await this.#worker;
    const { data } = await worker.recognize(Buffer.from(image));
    return data.text.trim();
  }

  async close(): Promise<void> {
    await (await this.#worker)?.terminate();
  }
}
