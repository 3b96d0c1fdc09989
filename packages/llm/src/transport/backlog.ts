const NOTHING = Buffer.alloc(0);

/**
 * The bytes of an event that is not complete yet. It grows by doubling, so that a long event in tiny packets costs
 * linear time; bytes handed out are never written again.
 */
export class Backlog {
  #store: Buffer = NOTHING;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was kept, followed by `chunk`; without a copy when nothing was kept. */
  join(chunk: Buffer): Buffer {
    if (this.#length === 0) return chunk;
    const length = this.#length + chunk.length;
    if (length > this.#store.length) {
      const larger = Buffer.allocUnsafeSlow(length * 2);
      this.#store.copy(larger, 0, 0, this.#length);
      this.#store = larger;
    }
    chunk.copy(this.#store, this.#length);
    return this.#store.subarray(0, length);
  }

  /** Keeps `bytes`, which came from `join`, from `start` on. */
  keep(bytes: Buffer, start: number): void {
    const grewInPlace = start === 0 && this.#length > 0;
    this.#length = bytes.length - start;
    if (grewInPlace) return;
    this.#store = this.#length === 0 ? NOTHING : Buffer.from(bytes.subarray(start));
  }
}
