import { isUtf8 } from 'node:buffer';
import { LlmError } from '../llm-error.ts';
import type { VendorEvent } from '../types.ts';
import { Backlog } from './backlog.ts';

// Hot path. eventsource-parser takes text and gives text: the bytes of a frame, which are sent on as they came, would
// have to be found or built again. This scanner looks at each byte once and copies only an event cut by its packet.
// Lines end with LF or CRLF; a lone CR, which the standard also allows, is sent by no vendor.
const LF = 0x0a;
const CR = 0x0d;
const COLON = 0x3a;
const SPACE = 0x20;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Cuts one body into server-sent events (html.spec.whatwg.org, 9.2.6). */
export class EventScanner {
  readonly #backlog = new Backlog();
  readonly #maxEventBytes: number;
  readonly #provider: string;
  #bytes: Buffer = Buffer.alloc(0);
  #eventStart = 0;
  #lineStart = 0;
  #isFirstLine = true;
  #isPlain = true;
  #name: string | undefined;
  #data: string[] = [];

  constructor(maxEventBytes: number, provider: string) {
    this.#maxEventBytes = maxEventBytes;
    this.#provider = provider;
  }

  /** The events that these bytes complete. Throws `LlmError` (`malformed`) for bad UTF-8 and for an event too large. */
  push(chunk: Buffer): VendorEvent[] {
    const events: VendorEvent[] = [];
    const kept = this.#backlog.length;
    const bytes = this.#backlog.join(chunk);
    this.#bytes = bytes;
    for (let end = bytes.indexOf(LF, kept); end !== -1; end = bytes.indexOf(LF, end + 1)) {
      const event = this.#endLine(end);
      if (event !== undefined) events.push(event);
    }
    this.#backlog.keep(bytes, this.#eventStart);
    this.#lineStart -= this.#eventStart;
    this.#eventStart = 0;
    if (this.#backlog.length > this.#maxEventBytes) throw this.#malformed('sent an event that is too large');
    return events;
  }

  #endLine(lineFeed: number): VendorEvent | undefined {
    const hasReturn = lineFeed > this.#lineStart && this.#bytes[lineFeed - 1] === CR;
    const end = hasReturn ? lineFeed - 1 : lineFeed;
    if (hasReturn) this.#isPlain = false;
    if (this.#isFirstLine) this.#skipByteOrderMark();
    const start = this.#lineStart;
    this.#lineStart = lineFeed + 1;
    if (start === end) return this.#endEvent();
    this.#readField(start, end);
    return undefined;
  }

  #skipByteOrderMark(): void {
    this.#isFirstLine = false;
    if (!this.#bytes.subarray(this.#lineStart, this.#lineStart + 3).equals(BYTE_ORDER_MARK)) return;
    this.#lineStart += 3;
    this.#isPlain = false;
  }

  #readField(start: number, end: number): void {
    const colon = this.#bytes.indexOf(COLON, start);
    const nameEnd = colon === -1 || colon > end ? end : colon;
    const valueStart = nameEnd === end ? end : nameEnd + (this.#bytes[nameEnd + 1] === SPACE ? 2 : 1);
    const name = this.#bytes.toString('latin1', start, nameEnd);
    if (name === 'data') {
      if (this.#data.push(this.#text(valueStart, end)) > 1) this.#isPlain = false;
      return;
    }
    this.#isPlain = false;
    if (name === 'event') this.#name = this.#text(valueStart, end);
  }

  #endEvent(): VendorEvent | undefined {
    const data = this.#data.length === 1 ? (this.#data[0] as string) : this.#data.join('\n');
    const frame = this.#isPlain ? this.#bytes.subarray(this.#eventStart, this.#lineStart) : undefined;
    const event = { event: this.#name, data, frame };
    this.#eventStart = this.#lineStart;
    this.#isPlain = true;
    this.#name = undefined;
    this.#data = [];
    return data === '' ? undefined : event;
  }

  #text(start: number, end: number): string {
    const bytes = this.#bytes.subarray(start, end);
    if (!isUtf8(bytes)) throw this.#malformed('sent text that is not UTF-8');
    return bytes.toString();
  }

  #malformed(what: string): LlmError {
    return new LlmError('malformed', `\`${this.#provider}\` ${what}.`, { provider: this.#provider });
  }
}
