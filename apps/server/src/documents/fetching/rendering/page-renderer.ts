import type { UrlFetcher } from '../url-fetcher.ts';
import { type ChromiumSettings, launchChromium } from './chromium/launch-chromium.ts';
import { ForwardProxy } from './proxy/forward-proxy.ts';
import type { TrafficLimits } from './proxy/traffic.ts';
import { RenderError } from './render-error.ts';
import { type VisitedPage, visitPage } from './visit-page.ts';

export interface RenderOptions {
  signal: AbortSignal;
  /** Asked before each document that the page becomes; what it throws reaches the caller as it is. */
  beforeHop: (url: URL) => Promise<void>;
}

export interface RenderLimits extends TrafficLimits {
  /** What the page is by then is taken. */
  settleMs: number;
  /** From the start of the browser to the last byte. */
  timeoutMs: number;
  /** Of the page as it is in the end, in UTF-8. */
  maxHtmlBytes: number;
}

const MIB = 1024 * 1024;
const LIMITS: RenderLimits = {
  settleMs: 20_000,
  timeoutMs: 30_000,
  maxBytes: 50 * MIB,
  maxConnections: 300,
  maxHtmlBytes: 10 * MIB,
};
/** The browser's JSON writes two bytes of UTF-8 in six. */
const MESSAGE_OVERHEAD = 3;

/** Runs the scripts of pages that strangers named, one page after the other, each in a browser of its own. */
export class PageRenderer {
  readonly #settings: ChromiumSettings | undefined;
  readonly #fetcher: UrlFetcher;
  readonly #limits: RenderLimits;
  #last: Promise<unknown> = Promise.resolve();

  /** Without settings there is no browser. */
  constructor(settings: ChromiumSettings | undefined, fetcher: UrlFetcher, limits: Partial<RenderLimits> = {}) {
    this.#settings = settings;
    this.#fetcher = fetcher;
    this.#limits = { ...LIMITS, ...limits };
  }

  get isAvailable(): boolean {
    return this.#settings !== undefined;
  }

  /** Throws RenderError, FetchError for an address that may not be reached, the signal's reason, and what `beforeHop` throws. */
  async render(url: string, options: RenderOptions): Promise<VisitedPage> {
    const before = this.#last;
    const turn = Promise.withResolvers<void>();
    this.#last = turn.promise;
    try {
      await before;
      options.signal.throwIfAborted();
      return await this.#render(this.#fetcher.check(url), options);
    } finally {
      turn.resolve();
    }
  }

  async #render(url: URL, { signal, beforeHop }: RenderOptions): Promise<VisitedPage> {
    if (this.#settings === undefined) throw new RenderError('browser', 'CHROMIUM_PATH is not set');
    const { maxHtmlBytes, settleMs, timeoutMs } = this.#limits;
    // A public page's scripts could send more than a fetch to what an operator trusts.
    const fetcher = this.#fetcher.trusts(url) ? this.#fetcher : this.#fetcher.withoutTrust();
    const proxy = await ForwardProxy.open(fetcher, this.#limits);
    try {
      const ended = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const browser = await launchChromium(this.#settings, proxy.url, maxHtmlBytes * MESSAGE_OVERHEAD, ended);
      try {
        const { username, password } = proxy;
        const check = (hop: URL): Promise<void> => beforeHop(fetcher.check(hop.href));
        const visit = { username, password, beforeHop: check, settled: AbortSignal.timeout(settleMs) };
        const page = await visitPage(browser.devTools, url.href, visit);
        if (Buffer.byteLength(page.html) > maxHtmlBytes) throw new RenderError('too_large');
        return { ...page, url: fetcher.check(page.url).href };
      } finally {
        await browser.close();
      }
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      await proxy.close();
    }
  }
}
