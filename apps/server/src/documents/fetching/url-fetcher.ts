import { isIP, type Socket } from 'node:net';
import { Agent, type Dispatcher } from 'undici';
import { createConnector, type ReachRules } from './addresses/create-connector.ts';
import { isPublicAddress } from './addresses/is-public-address.ts';
import { createResolveHost } from './addresses/resolve-host.ts';
import { checkUrl, hostOf } from './check-url.ts';
import { FetchError } from './fetch-error.ts';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.ts';
import { contentTypeOf, firstHeader, redirectOf } from './reply-headers.ts';
import { USER_AGENT } from './user-agent.ts';

export interface FetchOptions {
  signal: AbortSignal;
  /** Of the body, before and after decompression. */
  maxBytes: number;
  /** From the first question to the last byte, redirects included. */
  timeoutMs: number;
  /** The `Accept` header. */
  accept?: string;
  /** Asked before each hop, the first one too; throws to end the fetch. What it throws reaches the caller as it is. */
  beforeHop?: (url: URL) => Promise<void>;
}

/** What came, whatever its status: a 404 is an answer too. */
export interface Fetched {
  status: number;
  /** Of the last hop. */
  finalUrl: string;
  /** `type/subtype` in lower case; undefined when the server said nothing usable. */
  contentType: string | undefined;
  /** As the server named it. */
  charset: string | undefined;
  bytes: Buffer;
}

/** A reply whose body is still coming; `body` throws `FetchError` and must be read to its end or left by `return()`. */
export interface Opened extends Omit<Fetched, 'bytes'> {
  body: AsyncGenerator<Buffer, void>;
}

const MAX_REDIRECTS = 5;

/**
 * Fetches addresses that strangers named. Each hop is checked as text, then at the connect as a number; nothing inside
 * is ever connected to. One agent per fetch: no connection of one tenant serves another. Proxies of the environment are
 * not used, as they would look names up by themselves.
 */
export class UrlFetcher {
  readonly #rules: ReachRules;
  readonly #connect: ReturnType<typeof createConnector>;

  /** Without rules, the public internet alone is reached. */
  constructor(rules: Partial<ReachRules> = {}) {
    this.#rules = { resolve: createResolveHost(), mayReach: isPublicAddress, allowedHosts: new Set(), ...rules };
    this.#connect = createConnector(this.#rules);
  }

  /** What can be known without asking anybody. Throws `FetchError`. */
  check(url: string, base?: URL): URL {
    const checked = checkUrl(url, base);
    const host = hostOf(checked);
    if (isIP(host) === 0 || this.#rules.allowedHosts.has(host) || this.#rules.mayReach(host)) return checked;
    throw new FetchError('forbidden_address', host);
  }

  /** Whether the operator lets this address be reached wherever it leads. */
  trusts(url: URL): boolean {
    return this.#rules.allowedHosts.has(hostOf(url));
  }

  /** The same, but for the public internet alone. */
  withoutTrust(): UrlFetcher {
    return new UrlFetcher({ ...this.#rules, allowedHosts: new Set() });
  }

  /** A socket to a checked address, without TLS: for bytes that somebody else speaks. Throws `FetchError`. */
  connect(url: URL): Promise<Socket> {
    const port = url.port || (url.protocol === 'https:' ? '443' : '80');
    return new Promise((resolve, reject) => {
      this.#connect({ hostname: hostOf(url), host: url.host, protocol: 'http:', port }, (error, socket) => {
        if (error === null) resolve(socket);
        else reject(error instanceof FetchError ? error : new FetchError('connection', error));
      });
    });
  }

  /** A whole reply. Throws `FetchError`, and what `beforeHop` throws. */
  async fetch(url: string, options: FetchOptions): Promise<Fetched> {
    const { body, ...head } = await this.open(url, options);
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return { ...head, bytes: Buffer.concat(chunks) };
  }

  /** A reply as soon as its headers are there. Throws `FetchError`, and what `beforeHop` throws. */
  async open(url: string, options: FetchOptions): Promise<Opened> {
    const first = this.check(url);
    const deadline = AbortSignal.timeout(options.timeoutMs);
    const signal = AbortSignal.any([options.signal, deadline]);
    const agent = new Agent({ connect: this.#connect, headersTimeout: 0, bodyTimeout: 0 });
    const explain = (error: unknown): FetchError => explainFailure(error, options.signal, deadline);
    try {
      const { reply, hop } = await this.#follow(agent, first, signal, options);
      const encoding = firstHeader(reply.headers, 'content-encoding').trim().toLowerCase();
      const body = passOn(readBody(reply.body, encoding, options.maxBytes), agent, explain);
      return { status: reply.statusCode, finalUrl: hop.href, ...contentTypeOf(reply.headers), body };
    } catch (error) {
      void agent.destroy();
      throw error instanceof HopRefused ? error.cause : explain(error);
    }
  }

  async #follow(agent: Agent, first: URL, signal: AbortSignal, { accept = '*/*', beforeHop }: FetchOptions) {
    for (let hop = first, redirects = 0; ; redirects++) {
      await beforeHop?.(hop).catch((error: unknown) => {
        throw new HopRefused(error);
      });
      const reply = await request(agent, hop, signal, accept);
      // An aborted body emits `error` even when nobody reads it any more.
      reply.body.on('error', () => undefined);
      const location = redirectOf(reply);
      if (location === undefined) return { reply, hop };
      reply.body.destroy();
      if (redirects === MAX_REDIRECTS) throw new FetchError('redirects');
      hop = this.check(location, hop);
    }
  }
}

/** Carries what `beforeHop` threw past the explanation of our own failures. */
class HopRefused extends Error {
  constructor(override readonly cause: unknown) {
    super();
  }
}

function request(agent: Agent, url: URL, signal: AbortSignal, accept: string): Promise<Dispatcher.ResponseData> {
  const headers = { accept, 'accept-encoding': ACCEPTED_ENCODINGS, 'user-agent': USER_AGENT };
  return agent.request({ origin: url.origin, path: url.pathname + url.search, method: 'GET', headers, signal });
}

async function* passOn(
  body: AsyncIterable<Buffer>,
  agent: Agent,
  explain: (error: unknown) => FetchError,
): AsyncGenerator<Buffer, void> {
  try {
    yield* body;
  } catch (error) {
    throw explain(error);
  } finally {
    void agent.destroy();
  }
}

/** An abort looks like any broken connection: the one who gave up knows better. */
function explainFailure(error: unknown, caller: AbortSignal, deadline: AbortSignal): FetchError {
  if (caller.aborted) return new FetchError('cancelled', error);
  if (deadline.aborted) return new FetchError('timeout', error);
  return error instanceof FetchError ? error : new FetchError('connection', error);
}
