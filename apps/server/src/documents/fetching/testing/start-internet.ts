import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPublicAddress } from '../addresses/is-public-address.ts';
import type { ReachRules } from '../addresses/create-connector.ts';
import { UrlFetcher } from '../url-fetcher.ts';

/** Stands for the public internet: the one address that the rules let through besides real public ones. */
export const OUTSIDE = '127.0.0.1';
/** Stands for everything that must not be reached. macOS has no second IPv4 loopback address. */
export const INSIDE = process.platform === 'darwin' ? '::1' : '127.0.0.2';

export interface Internet {
  port: number;
  /** What the outside server was asked for. */
  requests: { url: string; headers: Record<string, unknown> }[];
  /** Connections that reached the inside server: the number that must stay 0. */
  insideConnections(): number;
  /** Every name that was looked up. */
  lookups: string[];
  /** Answers for a name; the last one is repeated. */
  names: Map<string, string[][]>;
  fetcher: UrlFetcher;
  url(host: string, path?: string): string;
  close(): Promise<void>;
}

/** Two servers on one port of two loopback addresses, with a name server of their own. `serve` answers outside. */
export async function startInternet(serve: RequestListener, rules: Partial<ReachRules> = {}): Promise<Internet> {
  const requests: Internet['requests'] = [];
  const lookups: string[] = [];
  const names = new Map([
    ['public.test', [[OUTSIDE]]],
    ['internal.test', [[INSIDE]]],
  ]);
  let inside = 0;
  const outsideServer = createServer((request, response) => {
    requests.push({ url: request.url ?? '', headers: request.headers });
    serve(request, response);
  });
  const port = await listen(outsideServer, OUTSIDE, 0);
  const insideServer = createServer((_request, response) => response.end('the secret of the inside'));
  insideServer.on('connection', () => inside++);
  await listen(insideServer, INSIDE, port);

  const resolve = async (host: string): Promise<string[]> => {
    lookups.push(host);
    const answers = names.get(host) ?? [];
    return (answers.length > 1 ? answers.shift() : answers[0]) ?? Promise.reject(new Error('NXDOMAIN'));
  };
  const mayReach = (address: string): boolean => address === OUTSIDE || isPublicAddress(address);
  return {
    port,
    requests,
    lookups,
    names,
    insideConnections: () => inside,
    fetcher: new UrlFetcher({ resolve, mayReach, ...rules }),
    url: (host, path = '/') => `http://${host}:${port}${path}`,
    close: async () => {
      await Promise.all([outsideServer, insideServer].map(close));
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
