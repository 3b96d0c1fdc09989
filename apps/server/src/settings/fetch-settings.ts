import { accessSync, constants } from 'node:fs';
import { isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import { ConfigError, type Environment, hosts, integer, oneOf, text } from './read-value.ts';

/** How addresses that callers name are fetched. */
export interface FetchSettings {
  /** Hosts that addresses may lead to although they are not public; as `URL.hostname` writes them. */
  allowHosts: readonly string[];
  /** The name servers to ask, as `address` or `address:port`; none: those of this machine. */
  nameServers: readonly string[];
  /** From the first question to the last byte, redirects included. */
  timeoutMs: number;
  /** The browser that runs scripts of pages; undefined: none. */
  chromium: { path: string; hasSandbox: boolean } | undefined;
}

export function fetchSettings(environment: Environment): FetchSettings {
  return {
    allowHosts: hosts(environment, 'FETCH_ALLOW_HOSTS'),
    nameServers: nameServers(environment),
    timeoutMs: integer(environment, 'FETCH_TIMEOUT_MS', 60_000, 1, 3_600_000),
    chromium: chromium(environment),
  };
}

/** Throws `ConfigError` for a path where there is no program. */
function chromium(environment: Environment): FetchSettings['chromium'] {
  const hasSandbox = oneOf(environment, 'CHROMIUM_SANDBOX', ['on', 'off'], 'on') === 'on';
  const path = text(environment, 'CHROMIUM_PATH');
  if (path === undefined) return undefined;
  try {
    if (!isAbsolute(path)) throw new Error('not absolute');
    accessSync(path, constants.X_OK);
    return { path, hasSandbox };
  } catch (error) {
    throw new ConfigError('CHROMIUM_PATH must be the absolute path of a program.', { cause: error });
  }
}

function nameServers(environment: Environment): string[] {
  const given = (text(environment, 'FETCH_NAME_SERVERS') ?? '').split(',').map((entry) => entry.trim());
  return given
    .filter((entry) => entry !== '')
    .map((entry) => {
      const host = URL.parse(`http://${isIP(entry) === 6 ? `[${entry}]` : entry}/`)?.hostname.replace(/^\[|\]$/g, '');
      if (host !== undefined && isIP(host) !== 0 && /^[\d.:[\]a-f]+$/i.test(entry)) return entry;
      throw new ConfigError('FETCH_NAME_SERVERS must be addresses, with a port or without, separated by commas.');
    });
}
