import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INSIDE } from '../src/documents/fetching/testing/start-internet.ts';
import { type AddedFiles, addedFiles } from './added-files.ts';
import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';
import { type NameServer, startNameServer } from './web/name-server.ts';
import { type Page, redirect, type Site, startSite, status } from './web/site.ts';

const WORDS = 'The address could not be fetched.';
const TEXT: Page = ['text/html', '<title>Open</title><p>Everybody may read this.</p>'];

const drip: Page = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  const timer = setInterval(() => response.write('.'), 20);
  response.on('close', () => clearInterval(timer));
};
const huge: Page = (response) => {
  response.writeHead(200, { 'content-type': 'text/plain' });
  const more = (): void => {
    while (response.writable && response.write(Buffer.alloc(1024 * 1024, 'a')));
  };
  response.on('drain', more);
  more();
};

let server: TestServer;
let files: AddedFiles;
let names: NameServer;
let site: Site;
/** Where nobody may be led to: on the site's port, at an address that is not allowed. */
let inside: Site;
const addresses = new Map<string, string[]>([
  ['inside.test', [INSIDE]],
  ['both.test', ['93.184.215.14', INSIDE]],
]);
const sites: Site[] = [];

/** A site of its own: what robots.txt says is kept for each. */
const open = async (pages: Record<string, Page>): Promise<Site> => {
  const opened = await startSite(pages);
  sites.push(opened);
  return opened;
};

beforeAll(async () => {
  names = await startNameServer((name) => addresses.get(name));
  server = await startTestServer({
    FETCH_ALLOW_HOSTS: '127.0.0.1',
    FETCH_NAME_SERVERS: names.address,
  });
  files = addedFiles(server);
  site = await open({});
  inside = await startSite({ '/secret': TEXT }, INSIDE, site.port);
});
afterAll(() => Promise.all([...sites, inside, names, server].map((opened) => opened.close())));

describe('robots.txt', () => {
  it.each<[string, Record<string, Page>, string | null]>([
    ['forbids us', { '/robots.txt': ['text/plain', 'User-agent: groundwire\nDisallow: /p'] }, 'does not allow robots'],
    ['forbids all', { '/robots.txt': ['text/plain', 'User-agent: *\nDisallow: /'] }, 'does not allow robots'],
    ['forbids others', { '/robots.txt': ['text/plain', 'User-agent: other\nDisallow: /'] }, null],
    ['is not there', {}, null],
    ['is an error', { '/robots.txt': status(503) }, 'its robots.txt answers with an error'],
    ['never ends', { '/robots.txt': drip }, WORDS],
    ['is huge', { '/robots.txt': huge }, null],
  ])('that %s', async (_what, pages, error) => {
    const { url, requests } = await open({ ...pages, '/page': TEXT });
    const project = await server.createProject('alice');
    const file = await files.read(project, `${url}/page`);
    expect([file.status, file.error]).toEqual(
      error === null ? ['succeeded', null] : ['failed', expect.stringContaining(error)],
    );
    expect(requests).toEqual(error === null ? ['/robots.txt', '/page'] : ['/robots.txt']);
  });

  it('of the site that a redirect leads to is kept to as well', async () => {
    const target = await open({ '/robots.txt': ['text/plain', 'User-agent: *\nDisallow: /'], '/page': TEXT });
    const { url } = await open({ '/page': redirect(`${target.url}/page`) });
    const file = await files.read(await server.createProject('alice'), `${url}/page`);
    expect(file.error).toContain('does not allow robots');
    expect(target.requests).toEqual(['/robots.txt']);
  });

  it('is not asked for a file, which its sender chose', async () => {
    const { url, requests } = await open({ '/robots.txt': ['text/plain', 'User-agent: *\nDisallow: /'], '/a': TEXT });
    const project = await server.createProject('alice');
    const body = { file_url: `${url}/a` };
    const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/add_file/`, body);
    const { file_id } = (await response.json()) as { file_id: string };
    expect(await files.ended(project, file_id)).toMatchObject({ status: 'succeeded' });
    expect(requests).toEqual(['/a']);
  });
});

describe('an address inside', () => {
  it('is refused at once when it is written as a number, whatever the spelling', async () => {
    const project = await server.createProject('alice');
    for (const host of [
      '127.0.0.2',
      '2130706434',
      '0x7f.2',
      '0177.0.0.2',
      '[::ffff:7f00:2]',
      '[::1]',
      '169.254.169.254',
    ]) {
      const url = `http://${host}:${inside.port}/secret`;
      for (const [operation, body, name] of [
        ['add_url', { urls: [url] }, 'urls.0'],
        ['add_file', { file_url: url }, 'file_url'],
        ['add_image', { file_url: url }, 'file_url'],
        ['add_video', { file_url: url }, 'file_url'],
      ] as const) {
        const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/${operation}/`, body);
        expect([response.status, await response.json()]).toEqual([
          400,
          { error: { type: 'invalid_request_error', message: { [name]: [WORDS] } } },
        ]);
      }
    }
    expect(await (await server.request('alice', 'GET', `${ASK_YODA}/${project}/files/`)).json()).toEqual([]);
    expect(inside.connections()).toBe(0);
  });

  it.each(['inside.test', 'both.test', 'nowhere.test', 'localhost'])(
    'is not connected to by the name %s, and its failure says nothing',
    async (name) => {
      const url = `http://${name}:${inside.port}/secret`;
      const file = await files.read(await server.createProject('alice'), url);
      expect(file).toMatchObject({ status: 'failed', error: WORDS, url, chunk_count: 0 });
      expect(inside.connections()).toBe(0);
    },
  );

  it.each(['literal', 'number', 'name'])('is not connected to by a redirect to its %s', async (how) => {
    const host = { literal: INSIDE.includes(':') ? `[${INSIDE}]` : INSIDE, number: '2130706434', name: 'inside.test' }[
      how
    ];
    const { url } = await open({
      '/page': redirect('/next'),
      '/next': redirect(`http://${host}:${inside.port}/secret`),
    });
    const file = await files.read(await server.createProject('alice'), `${url}/page`);
    expect(file).toMatchObject({ status: 'failed', error: WORDS, url: `${url}/page` });
    expect(inside.connections()).toBe(0);
  });

  it('would be noticed if it were', async () => {
    const noticed = await startSite({}, INSIDE);
    await fetch(noticed.url);
    expect(noticed.connections()).toBe(1);
    await noticed.close();
  });
});

describe('a page that cannot be read fails in plain words', () => {
  it.each<[string, Page, string]>([
    ['is gone', status(410), 'The address answered with status 410.'],
    ['is an error', status(500), 'The address answered with status 500.'],
    ['is empty', ['text/html', ''], 'The file is empty.'],
    [
      'is a program',
      ['text/html', Buffer.from('7f454c46'.padEnd(400, '01'), 'hex')],
      'The file is of no type that can be read.',
    ],
    [
      'is cut',
      (response) => response.writeHead(200, { 'content-length': 9 }).write('x', () => response.destroy()),
      WORDS,
    ],
    ['is too large', huge, 'What the address holds is larger than 100 MB.'],
    ['turns in a circle', redirect('/page'), WORDS],
  ])('when it %s', async (_what, page, error) => {
    const { url } = await open({ '/page': page });
    const project = await server.createProject('alice');
    const file = await files.read(project, `${url}/page`);
    expect(file).toMatchObject({ status: 'failed', error, chunk_count: 0, url: `${url}/page` });
    // A failed file is in nobody's way.
    expect(await files.addUrls(project, { urls: [`${url}/page`] })).toMatchObject([{ duplicate: false }]);
  });
});

describe('a page that takes longer than it may fails', () => {
  it.each<[string, Page]>([
    ['drips', drip],
    ['never begins', () => undefined],
  ])('when it %s', async (_what, page) => {
    const hasty = await startTestServer({ FETCH_ALLOW_HOSTS: '127.0.0.1', FETCH_TIMEOUT_MS: '300' });
    const { url } = await open({ '/page': page });
    const file = await addedFiles(hasty).read(await hasty.createProject('alice'), `${url}/page`);
    expect(file).toMatchObject({ status: 'failed', error: WORDS });
    await hasty.close();
  });
});
