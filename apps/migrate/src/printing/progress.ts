/** Where progress is shown. */
export interface ProgressOutput {
  write(text: string): unknown;
  isTTY?: boolean | undefined;
  columns?: number;
}

const INTERVAL_MS = { tty: 100, file: 10_000 };
const CLEAR_LINE = '\r\u001b[K';

/** On a terminal one line that is rewritten; elsewhere a line now and then. */
export class Progress {
  #writtenAtMs = -Infinity;
  #line = '';
  #isWritten = true;

  constructor(private readonly output: ProgressOutput) {}

  /** How far it is. Written unless something was a moment ago. */
  show(line: string): void {
    this.#isWritten &&= line === this.#line;
    this.#line = line;
    const intervalMs = this.output.isTTY ? INTERVAL_MS.tty : INTERVAL_MS.file;
    if (!this.#isWritten && performance.now() - this.#writtenAtMs >= intervalMs) this.#write();
  }

  /** Lets the last line stand; what comes next begins a new one. */
  end(): void {
    if (!this.#isWritten) this.#write();
    if (this.output.isTTY && this.#line !== '') this.output.write('\n');
    this.#line = '';
    this.#isWritten = true;
    this.#writtenAtMs = -Infinity;
  }

  #write(): void {
    this.#writtenAtMs = performance.now();
    this.#isWritten = true;
    const shown = this.#line.slice(0, (this.output.columns || 120) - 1);
    this.output.write(this.output.isTTY ? CLEAR_LINE + shown : `${this.#line}\n`);
  }
}

/** `1,500 of 2,500`; only the first when the whole is unknown. */
export function ratio(done: number, whole: number | undefined): string {
  const count = done.toLocaleString('en');
  return whole === undefined ? count : `${count} of ${whole.toLocaleString('en')}`;
}
