/** Counts requests under way, so that a shutdown can wait for the last of them. */
export class Drain {
  #underWay = 0;
  #whenIdle: (() => void) | undefined;

  readonly #begun = new AbortController();

  isDraining = false;

  /** Fires when the shutdown begins, for work that no request waits for. */
  readonly signal: AbortSignal = this.#begun.signal;

  enter(): void {
    this.#underWay++;
  }

  leave(): void {
    this.#underWay--;
    if (this.#underWay === 0) this.#whenIdle?.();
  }

  /** Refuses new requests from now on and resolves when none is left, or after `limitMs`: whether none was left. */
  async wait(limitMs: number): Promise<boolean> {
    this.isDraining = true;
    this.#begun.abort();
    if (this.#underWay === 0) return true;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#whenIdle = resolve;
    const limit = setTimeout(resolve, limitMs);
    await promise.finally(() => clearTimeout(limit));
    return this.#underWay === 0;
  }
}
