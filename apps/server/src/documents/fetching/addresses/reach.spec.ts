import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FetchFailure } from '../fetch-error.ts';
import { type Answer, failureOf, fetchOptions, redirectTo } from '../testing/fetch-outcome.ts';
import { spellIpv4 } from '../testing/spell-address.ts';
import { INSIDE, type Internet, OUTSIDE, startInternet } from '../testing/start-internet.ts';
import { UrlFetcher } from '../url-fetcher.ts';

const WORDS = 'The address could not be fetched.';
const pages = new Map<string, Answer>();
let internet: Internet;
const get = (url: string) => internet.fetcher.fetch(url, fetchOptions());
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
    expect(await failureOf(new UrlFetcher().fetch(url, fetchOptions()))).toMatchObject({ failure, message: WORDS });
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
    const reply = await trusting.fetcher.fetch(trusting.url(host), fetchOptions());
    expect(reply.bytes.toString()).toBe('the secret of the inside');
    expect(await failureOf(trusting.fetcher.fetch(trusting.url('internal.test'), fetchOptions()))).toMatchObject({
      failure: 'forbidden_address',
    });
    await trusting.close();
  });

  it('is looked up where the machine looks names up', async () => {
    const trusting = await startInternet((_request, response) => response.end('own'), {
      allowedHosts: new Set(['localhost']),
    });
    expect((await trusting.fetcher.fetch(trusting.url('localhost'), fetchOptions())).bytes.toString()).toBe('own');
    expect(trusting.lookups).toEqual([]);
    await trusting.close();
  });
});
