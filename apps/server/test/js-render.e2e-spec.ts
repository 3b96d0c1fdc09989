import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CHROMIUM_PATH, describeWithChromium, profiles } from '../src/documents/fetching/rendering/testing/chromium.ts';
import { INSIDE } from '../src/documents/fetching/testing/start-internet.ts';
import { makePdf } from '../src/documents/testing/make-pdf.ts';
import { type AddedFiles, addedFiles } from './added-files.ts';
import { startTestServer, type TestServer } from './harness.ts';
import { type Page, type Site, startSite, status } from './web/site.ts';

/** A page of which nothing can be read until its script has run. */
const APPLICATION = `<!doctype html><html><head><title>Loading</title></head><body><div id="app">Loading…</div><script>
  fetch('/api').then((reply) => reply.json()).then(({ title, text }) => {
    document.title = title;
    document.head.insertAdjacentHTML('beforeend', '<link rel="canonical" href="/lighthouse">');
    document.getElementById('app').innerHTML = '<article><h1>' + title + '</h1><p>' + text + '</p></article>';
  });
</script></body></html>`;
const TEXT = 'The lighthouse keeper winds the clock at dusk, and lights the lamp when the first ship has been seen.';
const page = (script: string): Page => ['text/html', `<p>Nothing yet.</p><script>${script}</script>`];

describe('js_render without a browser', () => {
  it('reads the page as it is sent, and says so', async () => {
    const site = await startSite({ '/': ['text/html', APPLICATION] });
    const server = await startTestServer({ FETCH_ALLOW_HOSTS: '127.0.0.1' });
    const files = addedFiles(server);
    const project = await server.createProject('alice');
    const [plain, wished] = await files.addUrls(project, {
      urls: [site.url, `${site.url}/#`],
      js_render: [false, true],
    });
    expect(plain!.adjustments).toEqual([]);
    expect(wished!.adjustments).toMatchObject([{ parameter: 'js_render.1', action: 'not_executed', from: true }]);
    expect(wished!.file_id).toBe(plain!.file_id);
    await files.ended(project, plain!.file_id);
    expect((await files.find(project, 'loading'))[0]!.payload.page_content).toBe('Loading…');
    await Promise.all([server.close(), site.close()]);
  });

  it('that works fails in words that tell nothing of it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'groundwire-spec-'));
    await chmod(folder, 0o755);
    const path = join(folder, 'browser');
    await writeFile(path, '#!/bin/sh\necho no usable sandbox >&2; exit 1\n', { mode: 0o755 });
    const site = await startSite({ '/': ['text/html', APPLICATION] });
    const server = await startTestServer({ FETCH_ALLOW_HOSTS: '127.0.0.1', CHROMIUM_PATH: path });
    const file = await addedFiles(server).read(await server.createProject('alice'), site.url, { js_render: [true] });
    expect([file.status, file.error]).toEqual(['failed', 'The browser that renders pages here does not work.']);
    await Promise.all([server.close(), site.close(), rm(folder, { recursive: true })]);
  });
});

describeWithChromium('js_render', () => {
  let server: TestServer;
  let files: AddedFiles;
  let site: Site;
  let inside: Site;
  const render = async (path: string): ReturnType<AddedFiles['read']> =>
    files.read(await server.createProject('alice'), site.url + path, { js_render: [true] });

  beforeAll(async () => {
    server = await startTestServer({ FETCH_ALLOW_HOSTS: '127.0.0.1', CHROMIUM_PATH: CHROMIUM_PATH! });
    files = addedFiles(server);
    site = await startSite({
      '/robots.txt': ['text/plain', 'User-agent: groundwire\nDisallow: /private'],
      '/app': ['text/html', APPLICATION],
      '/api': ['application/json', JSON.stringify({ title: 'The lighthouse', text: TEXT })],
      '/private': page(''),
      '/leads-on': page("location.href = '/private'"),
      '/manual': ['application/pdf', makePdf([['The lever is red.']])],
      '/turns': page("location.href = '/gone'"),
      '/gone': status(410),
      '/kanji': [
        'text/html; charset=shift_jis',
        Buffer.from('3c703e938c8b9e3c7363726970743e3c2f7363726970743e', 'hex'),
      ],
    });
    inside = await startSite({ '/': page('') }, INSIDE, site.port);
    const host = INSIDE.includes(':') ? `[${INSIDE}]` : INSIDE;
    site.pages['/leads-inside'] = page(`location.href = 'http://${host}:${site.port}/'`);
    site.pages['/asks-inside'] = page(`fetch('http://${host}:${site.port}/', { mode: 'no-cors' })`);
  });
  afterEach(async () => expect(await profiles()).toEqual([]));
  afterAll(() => Promise.all([server.close(), site.close(), inside.close()]));

  it('finds what a page’s script writes, under the title and address that it sets', async () => {
    const project = await server.createProject('alice');
    const [added] = await files.addUrls(project, { urls: [`${site.url}/app`], js_render: [true] });
    expect(added!.adjustments).toEqual([]);
    const file = await files.ended(project, added!.file_id);
    expect(file).toMatchObject({ status: 'succeeded', file_type: 'html', url: `${site.url}/app`, chunk_count: 1 });
    const { sources, choices } = await files.ask(project, 'When does the keeper wind the clock?');
    expect(sources[0]).toMatchObject({
      title: 'The lighthouse',
      text: expect.stringContaining(TEXT),
      metadata: { url: `${site.url}/lighthouse` },
    });
    expect(choices[0]!.message.annotations![0]!.url_citation.url).toBe(`${site.url}/lighthouse`);
  });

  it('makes another file of the same address, and the same one of the same wish', async () => {
    const project = await server.createProject('alice');
    const rendered = await files.read(project, `${site.url}/app`, { js_render: [true] });
    expect(await files.addUrls(project, { urls: [`${site.url}/app`], js_render: [true] })).toMatchObject([
      { file_id: rendered.file_id, duplicate: true },
    ]);
    expect(await files.addUrls(project, { urls: [`${site.url}/app`] })).toMatchObject([{ duplicate: false }]);
  });

  it('reads a file that is no page as it is', async () => {
    expect(await render('/manual')).toMatchObject({ status: 'succeeded', file_type: 'pdf' });
  });

  it('keeps the characters of a page in another charset', async () => {
    const project = await server.createProject('alice');
    await files.read(project, `${site.url}/kanji`, { js_render: [true] });
    expect((await files.find(project, '東京'))[0]!.payload.page_content).toBe('東京');
  });

  it.each([
    ['/private', 'The site does not allow robots to read this page (robots.txt).'],
    ['/leads-on', 'The site does not allow robots to read this page (robots.txt).'],
    ['/gone', 'The address answered with status 410.'],
    ['/turns', 'The address answered with status 410.'],
    ['/leads-inside', 'The address could not be fetched.'],
  ])('of %s fails in plain words', async (path, error) => {
    const before = site.requests.filter((url) => url === '/private').length;
    expect(await render(path)).toMatchObject({ status: 'failed', error, url: site.url + path });
    expect(site.requests.filter((url) => url === '/private')).toHaveLength(before);
    expect(inside.connections()).toBe(0);
  });

  it('lets a page’s script reach nothing inside', async () => {
    expect(await render('/asks-inside')).toMatchObject({ status: 'succeeded' });
    expect(inside.connections()).toBe(0);
  });

  it('is given up when the server stops, browser and all', async () => {
    const stopping = await startTestServer({ FETCH_ALLOW_HOSTS: '127.0.0.1', CHROMIUM_PATH: CHROMIUM_PATH! });
    const asked = Promise.withResolvers<void>();
    site.pages['/waits'] = page("fetch('/never')");
    site.pages['/never'] = () => asked.resolve();
    const project = await stopping.createProject('alice');
    await addedFiles(stopping).addUrls(project, { urls: [`${site.url}/waits`], js_render: [true] });
    await asked.promise;
    expect(await profiles()).toHaveLength(1);
    await stopping.close();
    expect(await profiles()).toEqual([]);
  });
});
