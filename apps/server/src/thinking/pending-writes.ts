/** Writes that nobody waits for yet, by tenant. They never reject. */
export class PendingWrites {
  readonly #writes = new Map<Promise<unknown>, string>();

  add(tenant: string, write: Promise<unknown>): void {
    this.#writes.set(write, tenant);
    void write.then(() => this.#writes.delete(write));
  }

  /** Resolves when the writes of the tenant that began before are done; without one, all of them. */
  async settled(tenant?: string): Promise<void> {
    const writes = [...this.#writes].filter(([, owner]) => tenant === undefined || owner === tenant);
    await Promise.all(writes.map(([write]) => write));
  }
}
