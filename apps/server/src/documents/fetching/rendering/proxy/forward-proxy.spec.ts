import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../testing/fetch-outcome.ts';
import { spellIpv4 } from '../../testing/spell-address.ts';
import { INSIDE, type Internet, OUTSIDE, startInternet } from '../../testing/start-internet.ts';
import { UrlFetcher } from '../../url-fetcher.ts';
import { askProxy, openTunnel } from '../testing/ask-proxy.ts';
import { ForwardProxy } from './forward-proxy.ts';

const LIMITS = { maxBytes: 1024 * 1024, maxConnections: 100 };
const pages = new Map<string, Answer>();
let internet: Internet;
let proxy: ForwardProxy;

beforeAll(async () => {
  internet = await startInternet((request, response) => {
    const answer = pages.get(request.url ?? '');
    if (answer !== undefined) return answer(response);
    let body = '';
    request.on('data', (data) => (body += String(data)));
    return request.on('end', () => response.end(`${request.method} ${body}`));
  });
});
beforeEach(async () => {
  pages.clear();
  internet.requests.length = 0;
  proxy = await ForwardProxy.open(internet.fetcher, LIMITS);
});
afterEach(() => proxy.close());
afterAll(() => internet.close());

describe('a plain request', () => {
  it('reaches a public host by its name, with what belongs to it', async () => {
    const url = internet.url('public.test', '/a?b=c');
    const headers = { host: 'other.test', 'x-kept': 'yes', 'x-hop': 'no', connection: 'x-hop', te: 'trailers' };
    const reply = await askProxy(proxy, url, { method: 'POST', headers, body: 'sent' });
    expect(reply).toMatchObject({ status: 200, body: 'POST sent' });
    const [seen] = internet.requests;
    expect(seen).toMatchObject({ url: '/a?b=c', headers: { host: `public.test:${internet.port}`, 'x-kept': 'yes' } });
    for (const name of ['x-hop', 'te', 'proxy-authorization']) expect(seen!.headers).not.toHaveProperty(name);
  });

  it('brings the reply back as it is, a redirect too', async () => {
    pages.set('/', (response) => response.writeHead(302, { location: '/next', 'set-cookie': ['a=1', 'b=2'] }).end('x'));
    expect(await askProxy(proxy, internet.url('public.test'))).toMatchObject({
      status: 302,
      headers: { location: '/next', 'set-cookie': ['a=1', 'b=2'] },
      body: 'x',
    });
  });

  it.each(['', 'wrong', '0'.repeat(48)])(
    'with the password "%s" is asked for it, and goes nowhere',
    async (password) => {
      const reply = await askProxy(proxy, internet.url('public.test'), { password });
      expect(reply).toMatchObject({ status: 407, headers: { 'proxy-authenticate': 'Basic realm="groundwire"' } });
      expect(internet.requests).toEqual([]);
    },
  );

  it.each([
    '/relative',
    'https://public.test/',
    'ftp://public.test/',
    'file:///etc/passwd',
    'http://user:pw@public.test/',
  ])('for %s ends without a word', async (url) => {
    expect(await askProxy(proxy, url)).toMatchObject({ status: 0 });
    expect(internet.requests).toEqual([]);
  });
});

describe('a tunnel', () => {
  it('carries bytes to a public host', async () => {
    const { status, socket } = await openTunnel(proxy, `public.test:${internet.port}`);
    expect(status).toBe(200);
    socket.write('GET /raw HTTP/1.1\r\nhost: public.test\r\nconnection: close\r\n\r\n');
    let reply = '';
    for await (const data of socket) reply += String(data);
    expect(reply).toMatch(/^HTTP\/1.1 200 OK[^]*GET /);
    expect(internet.requests).toMatchObject([{ url: '/raw' }]);
  });

  it('needs the password', async () => {
    expect((await openTunnel(proxy, `public.test:${internet.port}`, '')).status).toBe(407);
  });

  it.each([
    'public.test',
    'public.test:22',
    'public.test:25',
    'public.test:6000',
    'user@public.test:443',
    'a/b:443',
    ':443',
  ])('to %s is not opened', async (target) => {
    expect((await openTunnel(proxy, target)).status).toBe(502);
    expect(internet.requests).toEqual([]);
  });
});

describe('an address inside is never connected to', () => {
  const refused = async (host: string): Promise<void> => {
    expect(await askProxy(proxy, internet.url(host))).toMatchObject({ status: 0 });
    // What Node cannot write into a request's head never leaves a browser either.
    const { status, socket } = await openTunnel(proxy, `${host}:${internet.port}`);
    expect(status).not.toBe(200);
    socket.destroy();
    expect(internet.insideConnections()).toBe(0);
  };

  it.each(INSIDE === '::1' ? ['[::1]'] : spellIpv4(INSIDE).filter((host) => /^[\x21-\x7e]+$/.test(host)))(
    'as %s',
    refused,
  );

  it.each([
    ['a name', [[INSIDE]]],
    ['a name with a public address too', [[OUTSIDE, INSIDE]]],
    ['a mapped answer', [[`::ffff:${INSIDE}`]]],
  ])('by %s', async (_what, answers) => {
    internet.names.set('rebound.test', answers);
    await refused('rebound.test');
  });

  it('by a name that leads elsewhere when it is looked up again', async () => {
    internet.names.set('rebound.test', [[OUTSIDE], [INSIDE]]);
    expect(await askProxy(proxy, internet.url('rebound.test'))).toMatchObject({ status: 200 });
    await refused('rebound.test');
  });
});

describe('one rendering', () => {
  it('moves so many bytes, and nothing afterwards', async () => {
    pages.set('/big', (response) => response.end(Buffer.alloc(2 * LIMITS.maxBytes, 'a')));
    const { body } = await askProxy(proxy, internet.url('public.test', '/big'));
    expect(body.length).toBeLessThan(2 * LIMITS.maxBytes);
    expect(await askProxy(proxy, internet.url('public.test'))).toMatchObject({ status: 0 });
  });

  it('opens so many connections', async () => {
    const narrow = await ForwardProxy.open(internet.fetcher, { ...LIMITS, maxConnections: 2 });
    const statuses = [];
    for (let at = 0; at < 4; at++) statuses.push((await askProxy(narrow, internet.url('public.test'))).status);
    expect(statuses).toEqual([200, 200, 0, 0]);
    await narrow.close();
  });

  it('counts those that are refused too', async () => {
    const narrow = await ForwardProxy.open(internet.fetcher, { ...LIMITS, maxConnections: 1 });
    await askProxy(narrow, internet.url('internal.test'));
    expect(await askProxy(narrow, internet.url('public.test'))).toMatchObject({ status: 0 });
    await narrow.close();
  });

  it('waits for no name server when it is over', async () => {
    const asked = Promise.withResolvers<void>();
    const fetcher = new UrlFetcher({
      resolve: () => {
        asked.resolve();
        return new Promise(() => undefined);
      },
    });
    const ended = await ForwardProxy.open(fetcher, LIMITS);
    const tunnel = openTunnel(ended, 'slow.test:443');
    const plain = askProxy(ended, 'http://slow.test/');
    await asked.promise;
    await ended.close();
    expect([(await tunnel).status, (await plain).status]).toEqual([0, 0]);
  });

  it('ends all that is open when it is over', async () => {
    const ended = await ForwardProxy.open(internet.fetcher, LIMITS);
    const { socket } = await openTunnel(ended, `public.test:${internet.port}`);
    const closed = once(socket.resume(), 'close');
    await ended.close();
    await closed;
    expect(await askProxy(ended, internet.url('public.test'))).toMatchObject({ status: 0 });
  });
});

it('has a password of its own each time, and loopback alone hears it', async () => {
  const other = await ForwardProxy.open(internet.fetcher, LIMITS);
  expect(other.password).not.toBe(proxy.password);
  expect(new URL(other.url).hostname).toBe('127.0.0.1');
  await other.close();
});
