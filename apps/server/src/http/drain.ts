/** Counts requests under way, so that a shutdown can wait for the last of them. */
export class Drain {
  #underWay = 0;
  #whenIdle: (() => void) | undefined;

  isDraining = false;

  enter(): void {
    this.#underWay++;
  }

  leave(): void {
    this.#underWay--;
    if (this.#underWay === 0) this.#whenIdle?.();
  }

  /** Refuses new requests from now on and resolves when none is left, or after `limitMs`. */
  async wait(limitMs: number): Promise<void> {
    this.isDraining = true;
    if (this.#underWay === 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#whenIdle = resolve;
    const limit = setTimeout(resolve, limitMs);
    await promise.finally(() => clearTimeout(limit));
  }
}
