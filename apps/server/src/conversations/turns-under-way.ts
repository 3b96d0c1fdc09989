import type { TurnStatus } from './conversation.ts';

/** An answer that will be stored when it ends. */
export interface TurnUnderWay {
  /** Only the first end counts. Does not wait for the disk. */
  end(status: TurnStatus): void;
}

/**
 * The answers of this process that are still being given, and the writes of those that have ended. `write` never rejects.
 */
export class TurnsUnderWay {
  readonly #turns = new Set<TurnUnderWay>();
  readonly #writes = new Map<Promise<void>, string>();

  begin(conversationId: string, write: (status: TurnStatus) => Promise<void>): TurnUnderWay {
    const turn: TurnUnderWay = {
      end: (status) => {
        if (this.#turns.delete(turn)) this.#keep(conversationId, write(status));
      },
    };
    this.#turns.add(turn);
    return turn;
  }

  /** Resolves when every turn of the conversation that has ended is stored; those under way are not waited for. */
  async written(conversationId: string): Promise<void> {
    const writes = [...this.#writes].filter(([, owner]) => owner === conversationId);
    await Promise.all(writes.map(([write]) => write));
  }

  /** Ends every turn as far as it went, and resolves when all are stored. */
  async endAll(): Promise<void> {
    for (const turn of [...this.#turns]) turn.end('aborted');
    await Promise.all(this.#writes.keys());
  }

  #keep(conversationId: string, write: Promise<void>): void {
    this.#writes.set(write, conversationId);
    void write.then(() => this.#writes.delete(write));
  }
}
