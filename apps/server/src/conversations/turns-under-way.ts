import { PendingWrites } from '../http/shutdown/pending-writes.ts';
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
  readonly #writes = new PendingWrites();

  begin(conversationId: string, write: (status: TurnStatus) => Promise<void>): TurnUnderWay {
    const turn: TurnUnderWay = {
      end: (status) => {
        if (this.#turns.delete(turn)) this.#writes.add(conversationId, write(status));
      },
    };
    this.#turns.add(turn);
    return turn;
  }

  /** Resolves when every turn of the conversation that has ended is stored; those under way are not waited for. */
  async written(conversationId: string): Promise<void> {
    await this.#writes.settled(conversationId);
  }

  /** Ends every turn as far as it went, and resolves when all are stored. */
  async endAll(): Promise<void> {
    for (const turn of [...this.#turns]) turn.end('aborted');
    await this.#writes.settled();
  }
}
