import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path answers: a body with its type, or whatever it does with the reply. */
export type Page = [contentType: string, body: string | Buffer] | ((response: ServerResponse) => unknown);

/** A site on loopback. Paths that it does not have are a 404. */
export interface Site {
  url: string;
  port: number;
  pages: Record<string, Page>;
  /** The paths that were asked for. */
  requests: string[];
  /** What came with each request. */
  heads: IncomingMessage['headers'][];
  connections(): number;
  close(): Promise<void>;
}

export async function startSite(pages: Record<string, Page>, host = '127.0.0.1', port = 0): Promise<Site> {
  const requests: string[] = [];
  const heads: Site['heads'] = [];
  let connections = 0;
  const server = createServer(({ url = '', headers }, response) => {
    requests.push(url);
    heads.push(headers);
    const page = pages[url];
    if (page === undefined) response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>');
    else if (typeof page === 'function') page(response);
    else response.writeHead(200, { 'content-type': page[0] }).end(page[1]);
  });
  server.on('connection', () => (connections += 1));
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  const written = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${written}:${taken}`,
    port: taken,
    pages,
    requests,
    heads,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const redirect =
  (location: string): Page =>
  (response) =>
    response.writeHead(302, { location }).end();

export const status =
  (code: number): Page =>
  (response) =>
    response.writeHead(code, { 'content-type': 'text/html' }).end('<p>The inside of the error page.</p>');
