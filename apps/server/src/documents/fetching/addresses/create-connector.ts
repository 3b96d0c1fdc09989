import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { FetchError } from '../fetch-error.ts';
import type { ResolveHost } from './resolve-host.ts';

export interface ReachRules {
  resolve: ResolveHost;
  /** Whether a connection to this numeric address may be opened. */
  mayReach(address: string): boolean;
  /** Host names, as `URL.hostname` writes them, that an operator trusts wherever they lead. */
  allowedHosts: ReadonlySet<string>;
}

/** From the question to the name server until the socket is open, TLS included: a refusal takes less than 5 s. */
const CONNECT_TIMEOUT_MS = 4_000;

/**
 * Opens sockets to public addresses only. A name is looked up once; its answers are checked as numbers, all of them, and
 * the socket goes to one of those: there is no second answer that could differ. Host header and TLS keep the name.
 */
export function createConnector(rules: ReachRules): buildConnector.connector {
  const connect = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    allowH2: false,
    autoSelectFamily: true,
    lookup: createLookup(rules),
  });
  return (options, callback) => {
    const { hostname } = options;
    const trusted = rules.allowedHosts.has(hostname);
    // Node looks up no literal, so the hook above never sees one.
    if (isIP(hostname) !== 0 && !trusted && !rules.mayReach(hostname)) {
      callback(new FetchError('forbidden_address', hostname), null);
      return;
    }
    connect(options, (error, socket) => {
      if (error !== null) return callback(error, null);
      // Cannot happen; were it to, not a byte of the request would have been sent.
      if (!trusted && !rules.mayReach(socket.remoteAddress ?? '')) {
        socket.destroy();
        return callback(new FetchError('forbidden_address', socket.remoteAddress), null);
      }
      return callback(null, socket);
    });
  };
}

/** In the shape that `net.connect` asks for. */
function createLookup({ resolve, mayReach, allowedHosts }: ReachRules): LookupFunction {
  return (host, options, callback) => {
    if (allowedHosts.has(host)) return lookup(host, options, callback);
    const refuse = (error: FetchError): void => callback(error, []);
    resolve(host).then(
      (addresses) => {
        const forbidden = addresses.find((address) => !mayReach(address));
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        if (forbidden !== undefined) return refuse(new FetchError('forbidden_address', forbidden));
        if (found[0] === undefined) return refuse(new FetchError('unknown_host'));
        if (options.all) return callback(null, found);
        return callback(null, found[0].address, found[0].family);
      },
      (error: unknown) => refuse(new FetchError('unknown_host', error)),
    );
  };
}
