import { Duplex } from 'node:stream';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort, Worker } from 'node:worker_threads';
import type { WorkerRequest } from './worker-messages.ts';

type WriteCallback = (error?: Error | null) => void;

/**
 * What `pg` takes for its socket: the Postgres wire over a message port to PGlite's worker. Unlike a socket it cannot be
 * opened by anyone else, and it needs no file or port. The first four methods are those `pg` calls on a net.Socket.
 */
export class WireStream extends Duplex {
  readonly #worker: Worker;
  readonly #port: MessagePort;

  constructor(worker: Worker) {
    super();
    this.#worker = worker;
    const { port1, port2 } = new MessageChannel();
    const request: WorkerRequest = { client: port2 };
    worker.postMessage(request, [port2]);
    this.#port = port1;
    this.#port.on('message', (reply: Uint8Array) =>
      this.push(Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength)),
    );
    worker.once('exit', this.#fail);
  }

  connect(): void {
    const hasEnded = this.#worker.threadId < 0;
    setImmediate(() => (hasEnded ? this.#fail() : this.emit('connect')));
  }

  setNoDelay(): this {
    return this;
  }

  ref(): void {
    this.#port.ref();
  }

  unref(): void {
    this.#port.unref();
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, callback: WriteCallback): void {
    this.#send([chunk], callback);
  }

  /** `pg` corks a statement's messages: they come together here and cost one message to the worker. */
  override _writev(chunks: { chunk: Buffer }[], callback: WriteCallback): void {
    this.#send(
      chunks.map(({ chunk }) => chunk),
      callback,
    );
  }

  override _final(callback: WriteCallback): void {
    this.push(null);
    callback();
  }

  override _destroy(error: Error | null, callback: WriteCallback): void {
    this.#worker.off('exit', this.#fail);
    this.#port.close();
    callback(error);
  }

  #send(chunks: Buffer[], callback: WriteCallback): void {
    const request = new Uint8Array(Buffer.concat(chunks));
    this.#port.postMessage(request, [request.buffer]);
    callback();
  }

  readonly #fail = (): void => {
    this.destroy(new Error('Connection terminated: the PGlite worker has ended.'));
  };
}
