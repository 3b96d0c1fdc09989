import { setTimeout as sleep } from 'node:timers/promises';
import { LlmError } from '../llm-error.ts';
import type { LlmSettings } from '../types.ts';

/**
 * How long one call is waited for: until its caller leaves, its total time is over, or the vendor is silent for too
 * long while we wait for it. A slow reader of ours does not count as silence. Whoever ends it first is remembered, as
 * an aborted reply looks just like one that ended.
 */
export class Patience {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal;
  readonly #total: NodeJS.Timeout;
  readonly #idle: NodeJS.Timeout;
  readonly #onCallerLeft = (): void => this.#giveUp(new LlmError('cancelled', 'The call was cancelled.'));
  #waiting = false;

  constructor(caller: AbortSignal, limits: Pick<LlmSettings, 'idleTimeoutMs' | 'totalTimeoutMs'>, provider: string) {
    const { idleTimeoutMs, totalTimeoutMs } = limits;
    const tooSlow = (what: string): void =>
      this.#giveUp(new LlmError('timeout', `\`${provider}\` ${what}.`, { provider }));
    this.#caller = caller;
    this.#total = setTimeout(() => tooSlow(`took longer than ${totalTimeoutMs} ms`), totalTimeoutMs);
    this.#idle = setTimeout(() => {
      if (this.#waiting) tooSlow(`sent nothing for ${idleTimeoutMs} ms`);
    }, idleTimeoutMs);
    if (caller.aborted) this.#onCallerLeft();
    else caller.addEventListener('abort', this.#onCallerLeft, { once: true });
  }

  /** Aborts when the call is given up. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why the call was given up; undefined while it was not. */
  get reason(): LlmError | undefined {
    return this.#controller.signal.reason as LlmError | undefined;
  }

  /** Waits for the vendor; silence counts only here. */
  async wait<Result>(promise: Promise<Result>): Promise<Result> {
    this.#waiting = true;
    this.#idle.refresh();
    try {
      return await promise;
    } finally {
      this.#waiting = false;
    }
  }

  /** Waits for nobody, before a retry. Throws when the call is given up meanwhile. */
  async pause(durationMs: number): Promise<void> {
    await sleep(durationMs, undefined, { signal: this.signal });
  }

  /** Must be called when the call is over, however it ended. */
  end(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#idle);
    this.#caller.removeEventListener('abort', this.#onCallerLeft);
  }

  #giveUp(reason: LlmError): void {
    this.#controller.abort(reason);
  }
}
