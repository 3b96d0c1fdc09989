import type { UrlFetcher } from '../url-fetcher.ts';
import { FetchError } from '../fetch-error.ts';
import { PRODUCT_TOKEN } from '../user-agent.ts';
import { RobotsRefusedError } from './robots-refused-error.ts';
import { readRobots, type RobotsRules } from './robots-rules.ts';

type Verdict = RobotsRules | 'unavailable';

interface Kept {
  verdict: Promise<Verdict>;
  expiresAt: number;
}

/** RFC 9309, 2.5: at least 500 KiB are read; 2.4: nothing is kept for more than a day. */
const MAX_BYTES = 512 * 1024;
const TIMEOUT_MS = 4_000;
const KEPT_MS = 3_600_000;
const UNAVAILABLE_KEPT_MS = 60_000;
const MAX_ORIGINS = 500;
const ALLOW_ALL: RobotsRules = { allows: () => true };

/** Each origin's robots.txt, fetched as safely as a page and kept for an hour. */
export class Robots {
  readonly #fetcher: UrlFetcher;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();

  constructor(fetcher: UrlFetcher, now: () => number = Date.now) {
    this.#fetcher = fetcher;
    this.#now = now;
  }

  /** Resolves when our robot may read the page. Throws `RobotsRefusedError`, or `FetchError` when the host is not reached. */
  async admit(url: URL): Promise<void> {
    const verdict = await this.#verdict(url.origin);
    if (verdict === 'unavailable') throw new RobotsRefusedError('unavailable');
    if (!verdict.allows(url)) throw new RobotsRefusedError('rule');
  }

  #verdict(origin: string): Promise<Verdict> {
    const kept = this.#kept.get(origin);
    if (kept !== undefined && kept.expiresAt > this.#now()) return kept.verdict;
    const entry: Kept = { verdict: this.#read(origin), expiresAt: this.#now() + KEPT_MS };
    this.#keep(origin, entry);
    entry.verdict.then(
      (verdict) => {
        if (verdict === 'unavailable') entry.expiresAt = this.#now() + UNAVAILABLE_KEPT_MS;
      },
      () => this.#kept.delete(origin),
    );
    return entry.verdict;
  }

  #keep(origin: string, entry: Kept): void {
    this.#kept.delete(origin);
    const oldest = this.#kept.keys().next();
    if (this.#kept.size >= MAX_ORIGINS && !oldest.done) this.#kept.delete(oldest.value);
    this.#kept.set(origin, entry);
  }

  /** RFC 9309, 2.3.1: 4xx and endless redirects allow all; 5xx forbids all. */
  async #read(origin: string): Promise<Verdict> {
    // Shared by all who ask meanwhile: one of them leaving must not end it.
    const options = { signal: new AbortController().signal, maxBytes: 2 * MAX_BYTES, timeoutMs: TIMEOUT_MS };
    try {
      const { status, body } = await this.#fetcher.open(`${origin}/robots.txt`, { ...options, accept: 'text/plain' });
      const text = await readStart(body);
      if (status >= 500) return 'unavailable';
      return status >= 200 && status < 300 ? readRobots(text, PRODUCT_TOKEN) : ALLOW_ALL;
    } catch (error) {
      if (error instanceof FetchError && error.failure === 'redirects') return ALLOW_ALL;
      throw error;
    }
  }
}

async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MAX_BYTES) break;
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, MAX_BYTES));
}
