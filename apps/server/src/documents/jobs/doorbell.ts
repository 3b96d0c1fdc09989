/** Lets a loop sleep until there may be something to do. One that rings while nobody listens is heard afterwards. */
export class Doorbell {
  #isRung = false;
  #open: () => void = () => undefined;

  ring(): void {
    this.#isRung = true;
    this.#open();
  }

  /** Resolves at the next ring, or after `limitMs`. */
  async wait(limitMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#open = resolve;
    const timer = setTimeout(resolve, limitMs).unref();
    if (!this.#isRung) await promise;
    clearTimeout(timer);
    this.#isRung = false;
  }
}
