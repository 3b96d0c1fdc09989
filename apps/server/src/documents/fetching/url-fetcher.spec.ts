import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FetchFailure } from './fetch-error.ts';
import { type Answer, failureOf, fetchOptions, redirectTo } from './testing/fetch-outcome.ts';
import { type Internet, OUTSIDE, startInternet } from './testing/start-internet.ts';
import type { FetchOptions } from './url-fetcher.ts';

const WORDS = 'The address could not be fetched.';
const MIB = 1024 * 1024;

const pages = new Map<string, Answer>();
let internet: Internet;

const get = (url: string, changes?: Partial<FetchOptions>) => internet.fetcher.fetch(url, fetchOptions(changes));
const outside = (path: string): string => internet.url('public.test', path);

beforeAll(async () => {
  internet = await startInternet((request, response) => {
    const answer = pages.get(request.url ?? '');
    if (answer === undefined) return response.writeHead(404).end('nothing here');
    return answer(response);
  });
});
beforeEach(() => {
  pages.clear();
  internet.requests.length = 0;
  internet.lookups.length = 0;
});
afterAll(() => internet.close());

describe('a public address', () => {
  it('gives bytes, type, charset, status and where they were found', async () => {
    pages.set('/page?a=1', (response) =>
      response.writeHead(200, { 'content-type': 'Text/HTML; Charset="ISO-8859-1"' }).end('hello'),
    );
    expect(await get(outside('/page?a=1#part'))).toEqual({
      status: 200,
      finalUrl: outside('/page?a=1'),
      contentType: 'text/html',
      charset: 'ISO-8859-1',
      bytes: Buffer.from('hello'),
    });
  });

  it('is asked for by its name, says who we are, and carries nothing else', async () => {
    await get(outside('/'), { accept: 'text/html' });
    expect(internet.requests).toEqual([
      {
        url: '/',
        headers: {
          host: `public.test:${internet.port}`,
          connection: 'keep-alive',
          accept: 'text/html',
          'accept-encoding': 'gzip, deflate, br',
          'user-agent': expect.stringMatching(/^Groundwire\/\d+\.\d+\.\d+$/),
        },
      },
    ]);
  });

  it('is looked up once for each connection', async () => {
    await get(outside('/'));
    expect(internet.lookups).toEqual(['public.test']);
  });

  it.each(['PUBLIC.TEST', 'public.test.', 'p%75blic.test', 'ｐublic.test'])('is the same as %s', async (host) => {
    await get(internet.url(host));
    expect(internet.requests[0]?.headers.host).toBe(`public.test:${internet.port}`);
  });

  it('may be a literal', async () => {
    expect(await get(internet.url(OUTSIDE))).toMatchObject({ status: 404, bytes: Buffer.from('nothing here') });
  });

  it('may have a name outside ASCII', async () => {
    internet.names.set('xn--mnchen-3ya.test', [[OUTSIDE]]);
    expect((await get(internet.url('München.test'))).finalUrl).toBe(internet.url('xn--mnchen-3ya.test'));
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['identity', (text: string) => text],
  ] as const)('may compress with %s', async (encoding, compress) => {
    pages.set('/', (response) => response.writeHead(200, { 'content-encoding': encoding }).end(compress('hello')));
    expect((await get(outside('/'))).bytes.toString()).toBe('hello');
  });
});

describe('redirects', () => {
  it('are followed five times', async () => {
    for (let hop = 0; hop < 5; hop++) pages.set(`/${hop}`, redirectTo(`/${hop + 1}`));
    pages.set('/5', (response) => response.end('there'));
    expect(await get(outside('/0'))).toMatchObject({ finalUrl: outside('/5'), bytes: Buffer.from('there') });
  });

  it('end in a loop', async () => {
    pages.set('/', redirectTo('/'));
    expect(await failureOf(get(outside('/')))).toMatchObject({ failure: 'redirects', message: WORDS });
    expect(internet.requests).toHaveLength(6);
  });

  it('are asked about at each hop, before it', async () => {
    pages.set('/', redirectTo('/next'));
    const hops: string[] = [];
    const beforeHop = async (url: URL): Promise<void> => {
      hops.push(url.href);
      if (url.pathname === '/next') throw new TypeError('not there');
    };
    await expect(get(outside('/'), { beforeHop })).rejects.toThrow(new TypeError('not there'));
    expect(hops).toEqual([outside('/'), outside('/next')]);
    expect(internet.requests).toHaveLength(1);
  });

  it('without a place to go to are the answer', async () => {
    pages.set('/', (response) => response.writeHead(304).end());
    expect((await get(outside('/'))).status).toBe(304);
  });
});

describe('what is too much', () => {
  const zeros = Buffer.alloc(64 * MIB);

  it.each([
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(zeros)],
  ])('a %s bomb is read as far as allowed', async (encoding, bomb) => {
    pages.set('/', (response) => response.writeHead(200, { 'content-encoding': encoding }).end(bomb));
    const before = process.memoryUsage().rss;
    expect(await failureOf(get(outside('/')))).toMatchObject({ failure: 'too_large', message: WORDS });
    expect(process.memoryUsage().rss - before).toBeLessThan(zeros.length);
  });

  it('a body without end', async () => {
    let open = 0;
    pages.set('/', (response) => {
      open++;
      response.on('close', () => open--);
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
        response.once('drain', more);
      };
      more();
    });
    expect((await failureOf(get(outside('/')))).failure).toBe('too_large');
    while (open > 0) await new Promise(setImmediate);
  });

  it('is counted before decompression as well', async () => {
    const members = Buffer.concat(Array.from({ length: 2_000 }, () => gzipSync('')));
    pages.set('/', (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(members));
    expect((await failureOf(get(outside('/'), { maxBytes: 10_000 }))).failure).toBe('too_large');
  });

  it('is not the limit itself', async () => {
    pages.set('/', (response) => response.end(Buffer.alloc(1_000)));
    expect((await get(outside('/'), { maxBytes: 1_000 })).bytes).toHaveLength(1_000);
    expect((await failureOf(get(outside('/'), { maxBytes: 999 }))).failure).toBe('too_large');
  });
});

describe('whatever goes wrong', () => {
  const drip =
    (head: boolean): Answer =>
    (response) => {
      if (head) response.writeHead(200);
      const timer = setInterval(() => (head ? response.write('.') : response.writeProcessing()), 5);
      response.on('close', () => clearInterval(timer));
    };

  it.each<[FetchFailure, string, Answer, Partial<FetchOptions>]>([
    ['timeout', 'a head that never comes', drip(false), { timeoutMs: 100 }],
    ['timeout', 'a body that drips', drip(true), { timeoutMs: 100 }],
    ['cancelled', 'a caller who leaves', drip(true), { signal: AbortSignal.timeout(50) }],
    [
      'encoding',
      'an unknown encoding',
      (response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('x'),
      {},
    ],
    [
      'encoding',
      'two encodings',
      (response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(gzipSync('x'))),
      {},
    ],
    ['connection', 'no gzip', (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('hello'), {}],
    [
      'connection',
      'a cut',
      (response) => response.writeHead(200, { 'content-length': 9 }).write('x', () => response.destroy()),
      {},
    ],
    ['connection', 'a hang-up', (response) => response.destroy(), {}],
    ['connection', 'a huge head', (response) => response.writeHead(200, { 'x-much': 'a'.repeat(100_000) }).end(), {}],
  ])('is %s for %s, in the same words', async (failure, _what, answer, changes) => {
    pages.set('/', answer);
    const error = await failureOf(get(outside('/'), changes));
    expect(error).toMatchObject({ failure, message: WORDS });
  });

  it('says the same of a name without address, and of a closed port', async () => {
    expect(await failureOf(get('http://nowhere.test/'))).toMatchObject({ failure: 'unknown_host', message: WORDS });
    const closed = createServer();
    const port = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));
    expect(await failureOf(get(`http://public.test:${port}/`))).toMatchObject({
      failure: 'connection',
      message: WORDS,
    });
  });

  it('keeps no connection', async () => {
    const server = createTcpServer((socket) => socket.resume().end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok'));
    const closed: Promise<unknown>[] = [];
    server.on('connection', (socket) => closed.push(new Promise((resolve) => socket.on('close', resolve))));
    const port = await listen(server as Server);
    await get(`http://public.test:${port}/`);
    await Promise.all(closed);
    await new Promise((resolve) => server.close(resolve));
    expect(closed).toHaveLength(1);
  });
});

it('asks for the certificate by name, and takes no other', async () => {
  const asked: string[] = [];
  const server = createTlsServer({
    SNICallback: (name, done) => {
      asked.push(name);
      done(new Error('no certificate'));
    },
  });
  const port = await listen(server as unknown as Server);
  server.on('tlsClientError', () => undefined);
  expect((await failureOf(get(`https://Public.test.:${port}/`))).failure).toBe('connection');
  await new Promise((resolve) => server.close(resolve));
  expect(asked).toEqual(['public.test']);
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, OUTSIDE, () => resolve((server.address() as AddressInfo).port));
  });
}
