import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { RenderError } from '../render-error.ts';

export type Parameters = Record<string, unknown>;

/** Of the protocol: an answer has an id, an event a method. */
interface Message {
  id?: number;
  method?: string;
  sessionId?: string;
  params?: Parameters;
  result?: Parameters;
  error?: { message: string };
}

const END_OF_MESSAGE = 0;

/**
 * A browser's own protocol over its pipe (chromedevtools.github.io/devtools-protocol, read 2026-11-26): JSON messages
 * with NUL behind each. Emits each event of the attached page by its method.
 */
export class DevTools extends EventEmitter {
  readonly #input: Writable;
  readonly #waiting = new Map<number, PromiseWithResolvers<Parameters>>();
  readonly #maxMessageBytes: number;
  #pieces: Buffer[] = [];
  #length = 0;
  #count = 0;
  #failure: RenderError | undefined;
  #session: string | undefined;

  constructor(input: Writable, output: Readable, maxMessageBytes: number) {
    super();
    this.#input = input;
    this.#maxMessageBytes = maxMessageBytes;
    // A browser that ends is noticed where its messages end.
    input.on('error', () => undefined);
    output.on('error', () => undefined);
    output.on('data', (data: Buffer) => this.#read(data));
    output.on('close', () => this.fail(new RenderError('browser', 'it ended')));
  }

  /** The result of a command. Throws RenderError when the browser refuses it, or ends. */
  send(method: string, params: Parameters = {}): Promise<Parameters> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const id = ++this.#count;
    const answer = Promise.withResolvers<Parameters>();
    this.#waiting.set(id, answer);
    const message = { id, method, params, ...(this.#session !== undefined && { sessionId: this.#session }) };
    this.#input.write(`${JSON.stringify(message)}\0`);
    return answer.promise;
  }

  /** Opens a page that is empty. Commands go to it from now on, and events come from it alone. */
  async openPage(): Promise<void> {
    this.#session = undefined;
    this.removeAllListeners();
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.#session = sessionId as string;
  }

  /** Ends all that is waited for. The first failure is the one that counts. */
  fail(failure: RenderError): void {
    this.#failure ??= failure;
    for (const { reject } of this.#waiting.values()) reject(this.#failure);
    this.#waiting.clear();
    this.emit('failed', this.#failure);
  }

  #read(data: Buffer): void {
    let start = 0;
    for (let end = data.indexOf(END_OF_MESSAGE); end !== -1; end = data.indexOf(END_OF_MESSAGE, start)) {
      this.#pieces.push(data.subarray(start, end));
      this.#take(JSON.parse(Buffer.concat(this.#pieces).toString()) as Message);
      this.#pieces = [];
      this.#length = 0;
      start = end + 1;
    }
    this.#pieces.push(data.subarray(start));
    this.#length += data.length - start;
    if (this.#length <= this.#maxMessageBytes) return;
    this.#pieces = [];
    this.#length = 0;
    this.fail(new RenderError('too_large'));
  }

  #take({ id, method, sessionId, params = {}, result = {}, error }: Message): void {
    if (method !== undefined) {
      if (sessionId === this.#session) this.emit(method, params);
      return;
    }
    const answer = this.#waiting.get(id!);
    this.#waiting.delete(id!);
    if (error === undefined) answer?.resolve(result);
    else answer?.reject(new RenderError('browser', error.message));
  }
}
