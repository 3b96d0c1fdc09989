import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePdf } from '../src/documents/testing/make-pdf.ts';
import { type AddedFiles, addedFiles } from './added-files.ts';
import { ASK_YODA, startTestServer, type TestServer } from './harness.ts';
import { redirect, type Site, startSite } from './web/site.ts';

const SCAN = readFileSync(new URL('../src/documents/parsing/__fixtures__/scan.png', import.meta.url));

const CLOSED = '<p>The toy shop is closed on public holidays, and on every other Monday of the winter.</p>'.repeat(40);

/** A page as sites write them: around what it says stands what every page has. */
const ARTICLE = `<!doctype html><html lang="en"><head><title>Hours of the toy shop</title>
  <link rel="canonical" href="/shop/hours"></head><body>
  <nav><a href="/">Home</a> <a href="/cart">Your cart is empty</a></nav>
  <article><h1>Hours</h1><p>Come and see us.</p>
  <h2>Sundays</h2>${CLOSED}<p>On Sundays the toy shop opens from 10 to 14, and the robot in the window dances at noon.</p>
  <table><tr><th>day</th><th>opens</th></tr><tr><td>Saturday</td><td>nine</td></tr></table></article>
  <script>document.title = 'Hacked'</script><footer>All rights reserved</footer></body></html>`;
const page = (title: string, text: string): [string, string] => [
  'text/html',
  `<title>${title}</title><body><p>${text}</p></body>`,
];

let server: TestServer;
let site: Site;
let files: AddedFiles;
beforeAll(async () => {
  server = await startTestServer({ FETCH_ALLOW_HOSTS: '127.0.0.1' });
  files = addedFiles(server);
  site = await startSite({
    '/hours?ref=mail': ['text/html; charset=utf-8', ARTICLE],
    '/start': redirect('/moved'),
    '/moved': redirect('/settled#part'),
    '/settled': page('Settled', 'Where the page lives now.'),
    '/dated': [
      'text/html',
      '<html lang="en"><title>Dated</title><body><p>Written on <time datetime="2026-03-04">a Wednesday</time>.</p></body></html>',
    ],
    '/latin': ['text/html; charset=iso-8859-2', Buffer.from('<p>\xbfaba \xb6piewa w stawie', 'latin1')],
    '/manual': ['application/octet-stream', makePdf([['The lever is red.'], ['The fuse is blue.']], 'The manual')],
    '/scan': ['text/plain', SCAN],
    '/people': ['text/csv; charset=utf-8', 'name,city\nAnna,Rome\n'],
    '/people.csv': ['text/plain', 'name,city\nBert,Oslo\n'],
    '/state': ['application/json', '{"lever":{"colour":"red"}}'],
  });
});
afterAll(() => Promise.all([site.close(), server.close()]));

describe('a page that is added by its address', () => {
  it('keeps when it was published and its language, unless its sender says otherwise', async () => {
    const project = await server.createProject('alice');
    const url = `${site.url}/dated`;
    const own = { title: 'Dated', url, time: '2026-03-04', language: 'en' };
    expect(await files.read(project, url)).toMatchObject({ metadata: {}, document_metadata: own });
    const given = { language: 'en-GB', time: null };
    const file = await files.read(project, url, { metadata: [given], force: true });
    expect(file).toMatchObject({ metadata: given, document_metadata: { ...own, ...given } });
    const [found] = await files.find(project, 'When was this written?');
    expect([own, { ...own, ...given }]).toContainEqual(found!.payload.metadata);
  });

  it('is found with its title, its canonical address, its headings, and only what it says', async () => {
    const project = await server.createProject('alice');
    const file = await files.read(project, `${site.url}/hours?ref=mail`, { metadata: [{ department: 'shop' }] });
    expect(file).toMatchObject({
      status: 'succeeded',
      error: null,
      file_type: 'html',
      url: `${site.url}/hours?ref=mail`,
      byte_count: Buffer.byteLength(ARTICLE),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      metadata: { department: 'shop' },
    });
    const [found] = await files.find(project, 'dancing robot');
    expect(found!.payload).toMatchObject({
      metadata: { title: 'Hours of the toy shop', url: `${site.url}/shop/hours`, department: 'shop' },
      place: { headings: ['Sundays'] },
    });
    const text = found!.payload.page_content;
    expect(text).toContain('| Saturday | nine |');
    expect(text).not.toMatch(/cart|Hacked|rights reserved/);
  });

  it('is the source of an answer, which cites it where the page says that it belongs', async () => {
    const project = await server.createProject('alice');
    await files.read(project, `${site.url}/hours?ref=mail`);
    const { sources, choices } = await files.ask(project, 'When does the robot in the window dance?');
    expect(choices[0]!.message.content).toContain('dances at noon');
    expect(sources[0]).toMatchObject({
      title: 'Hours of the toy shop',
      metadata: { url: `${site.url}/shop/hours` },
      place: { headings: ['Sundays'] },
    });
    expect(choices[0]!.message.annotations![0]!.url_citation).toMatchObject({
      url: `${site.url}/shop/hours`,
      title: expect.stringContaining('Hours of the toy shop'),
    });
  });

  it('keeps the title and the address that its sender gave it', async () => {
    const project = await server.createProject('alice');
    const metadata = [{ title: 'Ours', url: 'https://shop.test/ours' }];
    await files.read(project, `${site.url}/hours?ref=mail`, { metadata });
    const [found] = await files.find(project, 'robot');
    expect(found!.payload.metadata).toEqual({ ...metadata[0], language: 'en' });
  });

  it('is read where its redirects end, and recognised by either address', async () => {
    const project = await server.createProject('alice');
    const file = await files.read(project, `${site.url}/start`);
    expect(file).toMatchObject({ status: 'succeeded', url: `${site.url}/settled`, file_name: 'settled' });
    expect((await files.find(project, 'lives'))[0]!.payload.metadata).toMatchObject({
      title: 'Settled',
      url: `${site.url}/settled`,
    });
    for (const path of ['/start', '/settled', '/settled#elsewhere']) {
      expect(await files.addUrls(project, { urls: [site.url + path] })).toMatchObject([
        { file_id: file.file_id, duplicate: true, status: 'succeeded' },
      ]);
    }
  });

  it('is read in the charset that its server names', async () => {
    const project = await server.createProject('alice');
    await files.read(project, `${site.url}/latin`);
    expect((await files.find(project, 'stawie'))[0]!.payload.page_content).toBe('żaba śpiewa w stawie');
  });

  it('says of a repetition that its metadata is not taken, and is fetched again when it is forced', async () => {
    const project = await server.createProject('alice');
    const url = `${site.url}/settled`;
    const first = await files.read(project, url, { metadata: [{ n: 1 }] });
    const repeated = await files.addUrls(project, { urls: [url], metadata: [{ n: 2 }] });
    expect(repeated).toMatchObject([
      { file_id: first.file_id, duplicate: true, adjustments: [{ parameter: 'metadata' }] },
    ]);
    const [forced] = await files.addUrls(project, { urls: [url], metadata: [{ n: 2 }], force: true });
    expect(forced).toMatchObject({ duplicate: false, adjustments: [] });
    expect((await files.ended(project, forced!.file_id)).sha256).toBe(first.sha256);
  });
});

describe('a file that is added by its address', () => {
  it.each([
    [
      'a PDF without a name',
      '/manual',
      'pdf',
      'What colour has the fuse?',
      'The fuse is blue.',
      { page: 1, last_page: 2 },
    ],
    ['a picture that is called text', '/scan', 'image', 'scan', '', {}],
    ['a table, by its media type', '/people', 'csv', 'Rome', 'name | city\nAnna | Rome', { first_row: 2, last_row: 2 }],
    ['a table, by its name', '/people.csv', 'csv', 'Oslo', 'name | city\nBert | Oslo', { first_row: 2, last_row: 2 }],
    ['data', '/state', 'json', 'lever', 'lever colour: red', {}],
  ])('is %s', async (_what, path, type, query, text, place) => {
    for (const operation of ['add_url', 'add_file']) {
      const project = await server.createProject('alice');
      const url = site.url + path;
      const body = operation === 'add_url' ? { urls: [url] } : { file_url: url };
      const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/${operation}/`, body);
      expect(response.status).toBe(201);
      const answer = (await response.json()) as { file_id?: string; files?: { file_id: string }[] };
      const file = await files.ended(project, (answer.file_id ?? answer.files?.[0]?.file_id)!);
      expect(file).toMatchObject({ status: 'succeeded', file_type: type, url, error: null });
      const chunks = await files.find(project, query);
      expect(chunks[0]?.payload.page_content ?? '').toContain(text);
      expect(chunks[0]?.payload.place ?? {}).toEqual(place);
    }
  });

  it('is the same file when its address is named again', async () => {
    const project = await server.createProject('alice');
    const add = (): Promise<Response> =>
      server.request('alice', 'POST', `${ASK_YODA}/${project}/add_file/`, { file_url: `${site.url}/people` });
    const { file_id } = (await (await add()).json()) as { file_id: string };
    await files.ended(project, file_id);
    expect(await (await add()).json()).toMatchObject({ file_id, duplicate: true });
  });
});

describe('many addresses at once', () => {
  it('are a file each, with the metadata of their place in the list, and one that is missing harms no other', async () => {
    const project = await server.createProject('alice');
    const urls = ['/settled', '/nowhere', '/people'].map((path) => site.url + path);
    const added = await files.addUrls(project, { urls, metadata: [{ n: 1 }, { n: 2 }, { n: 3 }] });
    const ended = await Promise.all(added.map(({ file_id }) => files.ended(project, file_id)));
    expect(ended.map(({ status, error, metadata }) => [status, error, metadata])).toEqual([
      ['succeeded', null, { n: 1 }],
      ['failed', 'The address answered with status 404.', { n: 2 }],
      ['succeeded', null, { n: 3 }],
    ]);
  });

  it('are none when one of them can be seen to lead inside', async () => {
    const project = await server.createProject('alice');
    const urls = [`${site.url}/settled`, 'http://[::1]/'];
    const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/add_url/`, { urls });
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: { type: 'invalid_request_error', message: { 'urls.1': ['The address could not be fetched.'] } } },
    ]);
    expect(await (await server.request('alice', 'GET', `${ASK_YODA}/${project}/files/`)).json()).toEqual([]);
  });

  it.each(['metadata', 'js_render'])('are refused with more entries of %s than addresses', async (parameter) => {
    const project = await server.createProject('alice');
    const body = { urls: [site.url], [parameter]: parameter === 'metadata' ? [{}, {}] : [true, false] };
    const response = await server.request('alice', 'POST', `${ASK_YODA}/${project}/add_url/`, body);
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining(`${parameter} has more entries than urls.`),
    ]);
  });
});
