/** Work in the background, one round after the other, whose last one a shutdown waits for. */
export class Rounds {
  #timer: NodeJS.Timeout | undefined;
  #latest: Promise<void> = Promise.resolve();

  /** @param report is told what a round threw; the next one comes all the same */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly report: (error: unknown) => void,
  ) {}

  /** Begins one after those under way; resolves when it is over, and never rejects. */
  begin(work = this.work): Promise<void> {
    this.#latest = this.#latest.then(work).catch(this.report);
    return this.#latest;
  }

  /** Begins one after each interval; it keeps no process alive. */
  repeat(intervalMs: number): void {
    this.#timer = setInterval(() => void this.begin(), intervalMs).unref();
  }

  /** Resolves when the rounds that were begun are over. */
  settled(): Promise<void> {
    return this.#latest;
  }

  /** No more begin by themselves; resolves when those that were begun are over. */
  stop(): Promise<void> {
    clearInterval(this.#timer);
    return this.#latest;
  }
}
