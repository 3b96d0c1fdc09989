import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { UrlFetcher } from '../../url-fetcher.ts';
import { endToEndHeaders } from './end-to-end-headers.ts';
import { Traffic, type TrafficLimits } from './traffic.ts';

const REALM = 'Basic realm="groundwire"';

/**
 * The only way out of a browser: a proxy on a port of loopback, for one rendering, with a password of its own. Each
 * connection is opened by the fetcher, checked and pinned as for every address that a stranger named. A refusal says
 * nothing: the connection ends.
 */
export class ForwardProxy {
  readonly username = 'page';
  /** As `--proxy-server` takes it. */
  url = '';
  readonly password = randomBytes(24).toString('hex');
  readonly #expected = Buffer.from(`Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`);
  readonly #server: Server;
  readonly #fetcher: UrlFetcher;
  readonly #traffic: Traffic;
  /** Tunnels too, which the server does not count as its connections. */
  readonly #clients = new Set<Socket>();

  private constructor(fetcher: UrlFetcher, limits: TrafficLimits) {
    this.#fetcher = fetcher;
    this.#traffic = new Traffic(limits);
    this.#server = createServer((request, response) => void this.#forward(request, response));
    this.#server.on('connection', (client: Socket) => {
      this.#clients.add(client);
      client.on('close', () => this.#clients.delete(client));
    });
    this.#server.on('connect', (request, socket, head: Buffer) => void this.#tunnel(request, socket, head));
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  static async open(fetcher: UrlFetcher, limits: TrafficLimits): Promise<ForwardProxy> {
    const proxy = new ForwardProxy(fetcher, limits);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    proxy.url = `http://127.0.0.1:${(proxy.#server.address() as AddressInfo).port}`;
    return proxy;
  }

  /** Ends every connection through it. */
  async close(): Promise<void> {
    this.#traffic.end();
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const client of this.#clients) client.destroy();
    await closed;
  }

  /** `GET http://host/path`: a request of its own to the host. */
  async #forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#isOurs(request)) {
      response.writeHead(407, { 'proxy-authenticate': REALM }).end();
      return;
    }
    try {
      const url = this.#fetcher.check(request.url ?? '');
      // What is to be encrypted comes through a tunnel.
      if (url.protocol !== 'http:') throw new Error('no plain request');
      const upstream = await this.#connect(url);
      response.on('close', () => upstream.destroy());
      const headers = endToEndHeaders(request.rawHeaders.filter(notHost)).concat('host', url.host);
      const path = url.pathname + url.search;
      const forwarded = send({ createConnection: () => upstream, method: request.method, path, headers });
      forwarded.on('error', () => response.destroy());
      forwarded.on('response', (reply) => {
        reply.on('error', () => response.destroy());
        response.writeHead(reply.statusCode ?? 502, reply.statusMessage, endToEndHeaders(reply.rawHeaders));
        reply.pipe(response);
      });
      request.pipe(forwarded);
    } catch {
      response.destroy();
    }
  }

  /** `CONNECT host:port`: bytes as they are. */
  async #tunnel(request: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    client.on('error', () => undefined);
    if (!this.#isOurs(request)) {
      client.end(
        `HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: ${REALM}\r\ncontent-length: 0\r\n\r\n`,
      );
      return;
    }
    try {
      const upstream = await this.#connect(this.#fetcher.check(addressOf(request.url ?? '')));
      client.on('close', () => upstream.destroy());
      upstream.on('close', () => client.destroy());
      if (client.destroyed) upstream.destroy();
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      client.pipe(upstream).pipe(client);
    } catch {
      client.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n');
    }
  }

  async #connect(url: URL): Promise<Socket> {
    if (!this.#traffic.admit()) throw new Error('enough');
    const socket = await this.#fetcher.connect(url);
    this.#traffic.watch(socket);
    if (socket.destroyed) throw new Error('over');
    return socket;
  }

  #isOurs(request: IncomingMessage): boolean {
    const given = Buffer.from(request.headers['proxy-authorization'] ?? '');
    return given.length === this.#expected.length && timingSafeEqual(given, this.#expected);
  }
}

/** Of pairs one after the other: all but the name and the value of `host`, which the address decides. */
function notHost(_item: string, at: number, raw: readonly string[]): boolean {
  return raw[at - (at % 2)]!.toLowerCase() !== 'host';
}

/** The target of CONNECT as an address; its port is always written (RFC 9110, 9.3.6). */
function addressOf(target: string): string {
  if (/^[^/?#@\\\s]+:\d+$/.test(target)) return `http://${target}/`;
  throw new Error('no authority');
}
