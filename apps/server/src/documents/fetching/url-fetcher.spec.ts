import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FetchError, type FetchFailure } from './fetch-error.ts';
import { spellIpv4 } from './testing/spell-address.ts';
import { INSIDE, type Internet, OUTSIDE, startInternet } from './testing/start-internet.ts';
import { UrlFetcher, type FetchOptions } from './url-fetcher.ts';

const WORDS = 'The address could not be fetched.';
const MIB = 1024 * 1024;

type Answer = (response: ServerResponse) => unknown;
const pages = new Map<string, Answer>();
let internet: Internet;

const options = (changes: Partial<FetchOptions> = {}): FetchOptions => ({
  signal: new AbortController().signal,
  maxBytes: MIB,
  timeoutMs: 10_000,
  ...changes,
});
const get = (url: string, changes?: Partial<FetchOptions>) => internet.fetcher.fetch(url, options(changes));
const failureOf = async (promise: Promise<unknown>): Promise<FetchError> => {
  const error = await promise.then(
    () => new Error('it was fetched'),
    (reason: unknown) => reason,
  );
  if (error instanceof FetchError) return error;
  throw error;
};
const redirectTo =
  (location: string, status = 302): Answer =>
  (response) =>
    response.writeHead(status, { location }).end();
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

describe('an address inside is never connected to', () => {
  const refused = async (url: string): Promise<void> => {
    const error = await failureOf(get(url));
    expect(error.message).toBe(WORDS);
    expect(internet.insideConnections()).toBe(0);
  };

  it('which the test would notice', async () => {
    const counted = await startInternet((_request, response) => response.end());
    await new Promise<void>((resolve) => connect(counted.port, INSIDE).on('close', resolve).resume().end());
    expect(counted.insideConnections()).toBe(1);
    await counted.close();
  });

  it.each(INSIDE === '::1' ? ['[::1]', '[0:0::1]'] : spellIpv4(INSIDE))('as the literal %s', async (host) => {
    const url = internet.url(host);
    await refused(url);
    expect(() => internet.fetcher.check(url)).toThrow(WORDS);
    expect(internet.requests).toEqual([]);
    expect(internet.lookups).toEqual([]);
  });

  it.each([
    ['a name', [[INSIDE]]],
    ['a name with a public address too', [[OUTSIDE, INSIDE]]],
    ['a name with a public address behind it', [[INSIDE, OUTSIDE]]],
    ['an IPv4-mapped answer', [[`::ffff:${INSIDE}`]]],
    ['an answer with a zone', [['fe80::1%lo']]],
    ['an answer that is no address', [['internal']]],
    ['an empty answer', [[]]],
  ])('by %s', async (_what, answers) => {
    internet.names.set('rebound.test', answers);
    await refused(internet.url('rebound.test'));
    expect(internet.requests).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])('by a redirect with %d', async (status) => {
    pages.set('/', redirectTo(internet.url(INSIDE.includes(':') ? `[${INSIDE}]` : INSIDE), status));
    await refused(outside('/'));
  });

  it.each(['internal.test', '2130706434', '0x7f.2', '127.2', '[::ffff:7f00:2]'])(
    'by a redirect to %s',
    async (host) => {
      pages.set('/', redirectTo('/next'));
      pages.set('/next', redirectTo(`//${host}:${internet.port}/`));
      await refused(outside('/'));
      expect(internet.requests.map(({ url }) => url)).toEqual(['/', '/next']);
    },
  );

  it('by a name that leads elsewhere when it is looked up again', async () => {
    internet.names.set('rebinding.test', [[OUTSIDE], [INSIDE]]);
    expect((await get(internet.url('rebinding.test'))).status).toBe(404);
    await refused(internet.url('rebinding.test'));
    expect(internet.lookups).toEqual(['rebinding.test', 'rebinding.test']);
  });

  it('by a name that leads elsewhere between two hops', async () => {
    internet.names.set('hopping.test', [[OUTSIDE], [INSIDE]]);
    pages.set('/', redirectTo(internet.url('hopping.test', '/next')));
    pages.set('/next', (response) => {
      response.writeHead(302, { location: internet.url('hopping.test', '/again'), connection: 'close' }).end();
    });
    await refused(outside('/'));
    expect(internet.requests.map(({ url }) => url)).toEqual(['/', '/next']);
  });
});

describe('an address that is refused as it stands', () => {
  it.each<[FetchFailure, string]>([
    ['not_an_address', ''],
    ['not_an_address', '/etc/passwd'],
    ['not_an_address', 'http://'],
    ['not_an_address', 'http://[fe80::1%25lo]/'],
    ['not_an_address', 'http://127.0.0.1.5/'],
    ['not_an_address', 'http://a%2fb/'],
    ['not_an_address', `http://public.test/${'a'.repeat(9_000)}`],
    ['scheme', 'file:///etc/passwd'],
    ['scheme', 'ftp://public.test/'],
    ['scheme', 'gopher://public.test/'],
    ['scheme', 'data:text/html,hello'],
    ['scheme', 'blob:http://public.test/x'],
    ['credentials', 'http://user@public.test/'],
    ['credentials', 'http://:password@public.test/'],
    ['port', 'http://public.test:22/'],
    ['port', 'http://public.test:25/'],
    ['port', 'http://public.test:0/'],
    ['port', 'http://public.test:6667/'],
    ['forbidden_address', 'http://169.254.169.254/latest/meta-data/'],
    ['forbidden_address', 'http://[fd00:ec2::254]/'],
    ['forbidden_address', 'http://[::1]/'],
    ['forbidden_address', 'http://[::]/'],
    ['forbidden_address', 'http://0/'],
  ])('%s: %s', async (failure, url) => {
    expect(() => new UrlFetcher().check(url)).toThrow(WORDS);
    expect(await failureOf(new UrlFetcher().fetch(url, options()))).toMatchObject({ failure, message: WORDS });
  });

  it('is refused as a redirect too', async () => {
    pages.set('/', redirectTo('file:///etc/passwd'));
    expect((await failureOf(get(outside('/')))).failure).toBe('scheme');
  });
});

describe('what is trusted by an operator', () => {
  it('is reached by that very host, and by no other name of it', async () => {
    const trusting = await startInternet((_request, response) => response.end(), { allowedHosts: new Set([INSIDE]) });
    const host = INSIDE.includes(':') ? `[${INSIDE}]` : INSIDE;
    const reply = await trusting.fetcher.fetch(trusting.url(host), options());
    expect(reply.bytes.toString()).toBe('the secret of the inside');
    expect(await failureOf(trusting.fetcher.fetch(trusting.url('internal.test'), options()))).toMatchObject({
      failure: 'forbidden_address',
    });
    await trusting.close();
  });

  it('is looked up where the machine looks names up', async () => {
    const trusting = await startInternet((_request, response) => response.end('own'), {
      allowedHosts: new Set(['localhost']),
    });
    expect((await trusting.fetcher.fetch(trusting.url('localhost'), options())).bytes.toString()).toBe('own');
    expect(trusting.lookups).toEqual([]);
    await trusting.close();
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
