/** Writes that nobody waits for yet, by whose they are: a tenant, a conversation. They never reject. */
export class PendingWrites {
  readonly #writes = new Map<Promise<unknown>, string>();

  add(owner: string, write: Promise<unknown>): void {
    this.#writes.set(write, owner);
    void write.then(() => this.#writes.delete(write));
  }

  /** Resolves when the writes of the owner that began before are done; without one, all of them. */
  async settled(owner?: string): Promise<void> {
    const writes = [...this.#writes].filter(([, whose]) => owner === undefined || whose === owner);
    await Promise.all(writes.map(([write]) => write));
  }
}
