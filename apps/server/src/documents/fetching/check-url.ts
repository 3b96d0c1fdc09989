import { FetchError } from './fetch-error.ts';

const MAX_URL_LENGTH = 8192;
const FIRST_USER_PORT = 1024;

/** The ports of the Fetch standard's "bad port" list from 1024 up: they speak other protocols (fetch.spec.whatwg.org, read 2026-11-26). */
const OTHER_PROTOCOLS = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/**
 * An address as we would ask for it: absolute, http or https, on port 80, 443 or one from 1024 up, without credentials,
 * fragment and trailing dot. The URL parser has undone every spelling of a host (decimal, octal, hexadecimal, short,
 * percent-encoded, full-width): what looks like a name afterwards is a name. Throws `FetchError`.
 */
export function checkUrl(given: string, base?: URL): URL {
  const url = given.length > MAX_URL_LENGTH ? null : URL.parse(given, base?.href);
  if (url === null) throw new FetchError('not_an_address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchError('scheme');
  if (url.username !== '' || url.password !== '') throw new FetchError('credentials');
  if (!isWebPort(url.port)) throw new FetchError('port');
  url.hash = '';
  // "example.com." is the same name; in a certificate or a Host header the dot finds nothing.
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.replace(/\.+$/, '');
  if (url.hostname === '' || url.hostname.endsWith('.')) throw new FetchError('not_an_address');
  return url;
}

/** The host as a socket takes it: without the brackets of an IPv6 literal. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function isWebPort(port: string): boolean {
  if (port === '' || port === '80' || port === '443') return true;
  return Number(port) >= FIRST_USER_PORT && !OTHER_PROTOCOLS.has(Number(port));
}
