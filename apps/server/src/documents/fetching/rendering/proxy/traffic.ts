import type { Socket } from 'node:net';

export interface TrafficLimits {
  /** Both ways, over all connections. */
  maxBytes: number;
  /** Opened in all, those that fail too. */
  maxConnections: number;
}

/** What one rendering may move, and the sockets that move it. */
export class Traffic {
  readonly #limits: TrafficLimits;
  readonly #sockets = new Set<Socket>();
  #connections = 0;
  #bytes = 0;
  #isOver = false;

  constructor(limits: TrafficLimits) {
    this.#limits = limits;
  }

  /** Whether one more connection may be opened; it counts from then on. */
  admit(): boolean {
    if (this.#isOver || this.#connections >= this.#limits.maxConnections) return false;
    this.#connections += 1;
    return true;
  }

  /** Counts what comes and goes by a socket, and closes it with the others at the end. */
  watch(socket: Socket): void {
    // Both ends of a tunnel would report the same failure; each is closed with the other.
    socket.on('error', () => undefined);
    if (this.#isOver) {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    let before = 0;
    const count = (): void => {
      const now = socket.bytesRead + socket.bytesWritten;
      this.#bytes += now - before;
      before = now;
      if (this.#bytes > this.#limits.maxBytes) this.end();
    };
    socket.on('data', count);
    socket.on('drain', count);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      count();
    });
  }

  /** Nothing moves any more, and nothing new begins. */
  end(): void {
    this.#isOver = true;
    for (const socket of this.#sockets) socket.destroy();
  }
}
