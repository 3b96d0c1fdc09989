import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { FetchError } from '../fetch-error.ts';
import { type Internet, startInternet } from '../testing/start-internet.ts';
import { readRobots } from './robots-rules.ts';
import { Robots } from './robots.ts';

const RULE = 'The site does not allow robots to read this page (robots.txt).';
const UNAVAILABLE = 'The site could not say whether robots may read this page (its robots.txt answers with an error).';

describe('readRobots', () => {
  const allows = (text: string, path: string): boolean =>
    readRobots(text, 'Groundwire').allows(new URL(path, 'https://site.test'));

  it.each<[string, string, string, boolean]>([
    ['nothing', '', '/', true],
    ['a page', 'user-agent: *\n<html>', '/', true],
    ['all forbidden', 'User-agent: *\nDisallow: /', '/a', false],
    ['robots.txt itself', 'User-agent: *\nDisallow: /', '/robots.txt', true],
    ['an empty rule', 'User-agent: *\nDisallow:', '/a', true],
    ['another robot', 'User-agent: other\nDisallow: /', '/a', true],
    [
      'our group before the common one',
      'User-agent: *\nDisallow: /\n\nUser-agent: groundwire\nDisallow: /x',
      '/a',
      true,
    ],
    ['our name with a version', 'User-agent: Groundwire/9.1\nDisallow: /', '/a', false],
    ['a name that ours begins', 'User-agent: groundwire-images\nDisallow: /', '/a', true],
    ['several names above one group', 'User-agent: a\nUser-agent: groundwire\nUser-agent: b\nDisallow: /', '/a', false],
    [
      'our two groups',
      'User-agent: groundwire\nDisallow: /a\nUser-agent: x\nUser-agent: groundwire\nDisallow: /b',
      '/b',
      false,
    ],
    ['a group that is over', 'User-agent: groundwire\nDisallow: /a\nUser-agent: x\nDisallow: /b', '/b', true],
    ['a sitemap inside', 'User-agent: groundwire\nSitemap: /s\nDisallow: /b', '/b', false],
    ['the longest rule', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['the longest rule, first', 'User-agent: *\nAllow: /a/b\nDisallow: /a', '/a/c', false],
    ['equal rules', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['a wildcard', 'User-agent: *\nDisallow: /*.pdf', '/x/y.pdf?z', false],
    ['an end', 'User-agent: *\nDisallow: /*.pdf$', '/x/y.pdf?z', true],
    ['an end that is there', 'User-agent: *\nDisallow: /*.pdf$', '/x.pdf/y.pdf', false],
    ['an end without a wildcard', 'User-agent: *\nDisallow: /a$', '/ab', true],
    ['parts that would overlap', 'User-agent: *\nDisallow: /ab*ba$', '/aba', true],
    ['a query', 'User-agent: *\nDisallow: /*?print=', '/a?print=1', false],
    ['a comment', 'User-agent: * # all\nDisallow: /a # not this', '/a', false],
    ['capitals of the path', 'User-agent: *\nDisallow: /A', '/a', true],
    ['capitals of the keys', 'USER-AGENT: *\r\nDISALLOW: /a', '/a', false],
    ['an escape that is not needed', 'User-agent: *\nDisallow: /%7Ejoe', '/~joe', false],
    ['small escapes', 'User-agent: *\nDisallow: /a%3cd', '/a%3Cd', false],
    ['letters outside ASCII', 'User-agent: *\nDisallow: /münchen', '/m%C3%BCnchen', false],
    ['half a character', 'User-agent: *\nDisallow: /\ud800\nDisallow: /b', '/b', false],
  ])('%s', (_what, text, path, expected) => expect(allows(text, path)).toBe(expected));

  it('stays small on a file made to be large', () => {
    const agents = 'User-agent: *\n'.repeat(15_000);
    const rules = `Disallow: ${'*a'.repeat(10)}b\n`.repeat(9_000);
    const before = process.memoryUsage().heapUsed;
    expect(allows(agents + rules, `/${'a'.repeat(8_000)}`)).toBe(true);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * 1024 * 1024);
  });
});

describe('Robots', () => {
  let internet: Internet;
  let now = 0;
  const start = async (serve: RequestListener): Promise<Robots> => {
    internet = await startInternet(serve);
    return new Robots(internet.fetcher, () => now);
  };
  const url = (path: string, host = 'public.test'): URL => new URL(internet.url(host, path));
  afterEach(() => internet.close());

  it('reads the rules of each origin once an hour', async () => {
    const robots = await start((_request, response) => response.end('User-agent: *\nDisallow: /private'));
    await Promise.all([robots.admit(url('/')), robots.admit(url('/open'))]);
    await expect(robots.admit(url('/private/x'))).rejects.toThrow(RULE);
    expect(internet.requests.map(({ url }) => url)).toEqual(['/robots.txt']);
    now += 3_600_000;
    await robots.admit(url('/'));
    expect(internet.requests).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 410, 429])('allows all after a %d', async (status) => {
    const robots = await start((_request, response) => response.writeHead(status).end('User-agent: *\nDisallow: /'));
    await robots.admit(url('/private'));
  });

  it('forbids all after a 5xx, and asks again after a minute', async () => {
    let status = 503;
    const robots = await start((_request, response) => response.writeHead(status).end());
    await expect(robots.admit(url('/'))).rejects.toThrow(UNAVAILABLE);
    status = 404;
    await expect(robots.admit(url('/'))).rejects.toThrow(UNAVAILABLE);
    now += 60_000;
    await robots.admit(url('/'));
  });

  it('follows redirects, and allows all when they do not end', async () => {
    const robots = await start((request, response) => {
      const { host = '' } = request.headers;
      if (host.startsWith('loop')) return response.writeHead(302, { location: '/robots.txt' }).end();
      if (request.url === '/robots.txt') return response.writeHead(302, { location: '/elsewhere' }).end();
      return response.end('User-agent: groundwire\nDisallow: /');
    });
    internet.names.set('loop.test', [['127.0.0.1']]);
    await expect(robots.admit(url('/'))).rejects.toThrow(RULE);
    await robots.admit(url('/', 'loop.test'));
  });

  it('reads the first half megabyte', async () => {
    const rules = (padding: number) => `# ${'-'.repeat(padding)}\nUser-agent: *\nDisallow: /`;
    let padding = 500 * 1024;
    const robots = await start((_request, response) => response.end(rules(padding)));
    internet.names.set('large.test', [['127.0.0.1']]);
    await expect(robots.admit(url('/'))).rejects.toThrow(RULE);
    padding = 3 * 1024 * 1024;
    await robots.admit(url('/', 'large.test'));
  });

  it('says of a host inside what is said of all that cannot be fetched, and never connects', async () => {
    const robots = await start((_request, response) =>
      response.writeHead(302, { location: internet.url('internal.test') }).end(),
    );
    for (const host of ['internal.test', 'public.test', 'nowhere.test']) {
      const error = await robots.admit(url('/', host)).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(FetchError);
      expect((error as Error).message).toBe('The address could not be fetched.');
    }
    expect(internet.insideConnections()).toBe(0);
  });

  it('keeps each hop of a fetch to the rules of its origin', async () => {
    const robots = await start((request, response) => {
      const { host = '' } = request.headers;
      if (request.url !== '/robots.txt')
        return response.writeHead(302, { location: internet.url('shy.test', '/page') }).end();
      return response.end(host.startsWith('shy') ? 'User-agent: *\nDisallow: /page' : '');
    });
    internet.names.set('shy.test', [['127.0.0.1']]);
    const options = { signal: new AbortController().signal, maxBytes: 1_000, timeoutMs: 5_000 };
    const fetched = internet.fetcher.fetch(internet.url('public.test'), {
      ...options,
      beforeHop: (hop) => robots.admit(hop),
    });
    await expect(fetched).rejects.toThrow(RULE);
    expect(internet.requests.map(({ url }) => url)).toEqual(['/robots.txt', '/', '/robots.txt']);
  });
});
