import { ServerError } from './errors/groundwire-error.ts';
import { createClient as createGeneratedClient, createConfig } from './gen/client/index.ts';
import { GroundwireClient } from './groundwire-client.ts';
import { readToken } from './read-token.ts';
import type { TokenSource } from './read-token.ts';
import { toError } from './errors/to-error.ts';

/** Where the server is, and who you are. */
export interface GroundwireOptions {
  /** For example `http://127.0.0.1:3000`. */
  baseUrl: string;
  /** A JSON Web Token, or a function that returns one; it is called once for each request that needs a token. */
  token: TokenSource;
  /** Longest wait for an answer, and for the next piece of a stream, in milliseconds; `Infinity` for none. Default: ten minutes. */
  timeoutMs?: number;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>>;
  /** Used in place of the global `fetch`. It is called with a `Request`. */
  fetch?: (request: Request) => Promise<Response>;
}

const DEFAULT_TIMEOUT_MS = 600_000;

/**
 * Makes a client. Each method sends exactly one request: nothing is retried, and no redirect is followed.
 * @throws {TypeError} when `baseUrl` is no URL.
 */
export function createClient(options: GroundwireOptions): GroundwireClient {
  const { baseUrl, token, timeoutMs = DEFAULT_TIMEOUT_MS, headers, fetch } = options;
  // In a browser a relative base, such as `/groundwire`, means the page's own server.
  const page = (globalThis as { location?: { href: string } }).location?.href;
  if (!URL.canParse(baseUrl, page)) throw new TypeError(`baseUrl is not a URL: ${baseUrl}`);

  const generated = createGeneratedClient(
    createConfig({
      baseUrl: baseUrl.replace(/\/+$/, ''),
      // Other schemes of the contract are links that carry their own signature: a token must not get into an address.
      auth: ({ scheme }) => (scheme === 'bearer' ? readToken(token) : undefined),
      headers,
      fetch: fetch as typeof globalThis.fetch | undefined,
      redirect: 'error',
      parseAs: 'json',
    }),
  );
  generated.interceptors.response.use(async (response, _request, { parseAs }) => {
    await expectMediaType(response, parseAs === 'stream' ? 'text/event-stream' : 'application/json');
    return response;
  });
  generated.interceptors.error.use((failure, response) => toError(failure, response));
  return new GroundwireClient(generated, timeoutMs);
}

/** A login page or a proxy's greeting also comes with status 200: only the contract's own media type is an answer. */
async function expectMediaType(response: Response, expected: string): Promise<void> {
  const mediaType = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (!response.ok || response.status === 204 || mediaType === expected) return;
  await response.body?.cancel();
  throw new ServerError(`The answer is ${mediaType ?? 'of no stated type'} where ${expected} was expected.`, {
    status: response.status,
    requestId: response.headers.get('x-request-id') ?? undefined,
  });
}
