import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readPage } from '../page/read-page.ts';
import type { Answer } from '../testing/fetch-outcome.ts';
import { INSIDE, type Internet, startInternet } from '../testing/start-internet.ts';
import { PageRenderer, type RenderLimits } from './page-renderer.ts';
import { RenderError } from './render-error.ts';
import { CHROMIUM_PATH, describeWithChromium, profiles } from './testing/chromium.ts';
import type { VisitedPage } from './visit-page.ts';

const pages = new Map<string, Answer>();
let internet: Internet;

beforeAll(async () => {
  internet = await startInternet((request, response) => {
    const answer = pages.get(request.url ?? '');
    if (answer === undefined) return response.writeHead(404, { 'content-type': 'text/html' }).end('<p>nothing here');
    return answer(response);
  });
});
beforeEach(() => {
  pages.clear();
  internet.requests.length = 0;
});
afterAll(() => internet.close());

const page =
  (html: string): Answer =>
  (response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html><body>${html}`);
const script = (code: string): Answer => page(`<p id="said">before</p><script>${code}</script>`);
const outside = (path: string): string => internet.url('public.test', path);
const say = (code: string): string => `document.getElementById('said').textContent = ${code}`;

interface Wish {
  limits?: Partial<RenderLimits>;
  path?: string | undefined;
  signal?: AbortSignal;
  beforeHop?: (url: URL) => Promise<void>;
}

const { signal: never } = new AbortController();
function render(
  url: string,
  { limits, path = CHROMIUM_PATH, signal = never, ...more }: Wish = {},
): Promise<VisitedPage> {
  const settings = path === undefined ? undefined : { path, hasSandbox: true };
  const renderer = new PageRenderer(settings, internet.fetcher, limits);
  return renderer.render(url, { signal, beforeHop: () => Promise.resolve(), ...more });
}

async function failureOf(rendering: Promise<unknown>): Promise<string> {
  const error = await rendering.then(
    () => new Error('it was rendered'),
    (reason: unknown) => reason,
  );
  if (error instanceof RenderError) return error.failure;
  throw error;
}

describe('a browser that does not work', () => {
  let folder: string;
  const program = async (body: string): Promise<string> => {
    const path = join(folder, 'program');
    await writeFile(path, `#!/bin/sh\n${body}\n`);
    await chmod(path, 0o755);
    return path;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'groundwire-spec-'));
    await chmod(folder, 0o755);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is one that is not configured', async () => {
    const renderer = new PageRenderer(undefined, internet.fetcher);
    expect(renderer.isAvailable).toBe(false);
    const rendering = renderer.render(outside('/'), { signal: never, beforeHop: () => Promise.resolve() });
    expect(await failureOf(rendering)).toBe('browser');
  });

  it('tells the log why it ended, and leaves nothing', async () => {
    const path = await program('echo no usable sandbox >&2; exit 1');
    const error = await render(outside('/'), { path }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ failure: 'browser', cause: expect.stringContaining('no usable sandbox') });
    expect((error as RenderError).message).not.toContain('sandbox');
    expect(await profiles()).toEqual([]);
  });

  it('is one that is not there', async () => {
    expect(await failureOf(render(outside('/'), { path: '/nowhere/chromium' }))).toBe('browser');
  });

  it('is given up after a while, with all that it started', async () => {
    const path = await program('sleep 1000 & sleep 1000');
    expect(await failureOf(render(outside('/'), { path, limits: { timeoutMs: 100 } }))).toBe('timeout');
    expect(await profiles()).toEqual([]);
  });

  it('is ended with the job', async () => {
    const path = await program('exec sleep 1000');
    const leaving = AbortSignal.timeout(100);
    const reason: unknown = await render(outside('/'), { path, signal: leaving }).catch((error: unknown) => error);
    expect(reason).toBe(leaving.reason);
    expect(await profiles()).toEqual([]);
  });

  it('learns none of our settings, but those of its own', async () => {
    const path = await program('env >&2; exit 1');
    const error = (await render(outside('/'), { path }).catch((reason: unknown) => reason)) as RenderError;
    const names = String(error.cause)
      .trim()
      .split('\n')
      .map((line) => line.split('=')[0]!);
    // The last three are the shell's.
    const known = ['HOME', 'LANG', 'PATH', 'TMPDIR', 'PWD', 'SHLVL', '_'];
    expect(names).toContain('HOME');
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('is kept in its sandbox unless the operator says otherwise', async () => {
    const path = await program(
      'for flag in "$@"; do case $flag in --no-sandbox) echo found $flag >&2;; esac; done; exit 1',
    );
    const causes = [];
    for (const hasSandbox of [true, false]) {
      const renderer = new PageRenderer({ path, hasSandbox }, internet.fetcher);
      const error = await renderer
        .render(outside('/'), { signal: never, beforeHop: () => Promise.resolve() })
        .catch((reason: unknown) => reason);
      causes.push(String((error as RenderError).cause));
    }
    expect(causes[0]).not.toContain('found');
    expect(causes[1]).toContain('found --no-sandbox');
  });
});

describeWithChromium('a page', () => {
  it('is what its scripts make of it', async () => {
    pages.set('/', script(`setTimeout(() => fetch('/said').then((r) => r.text()).then((t) => { ${say('t')} }), 5000)`));
    pages.set('/said', (response) => response.end('said later'));
    const { html, url, status } = await render(outside('/'));
    expect([url, status]).toEqual([outside('/'), 200]);
    expect(html).toContain('<p id="said">said later</p>');
  });

  it('is what stands in the shadow of its elements, too', async () => {
    const shadow = `customElements.define('x-hours', class extends HTMLElement {
      connectedCallback() {
        const inner = document.createElement('x-days');
        inner.attachShadow({ mode: 'open' }).innerHTML = 'closed on <slot></slot>';
        inner.textContent = 'Mondays';
        this.attachShadow({ mode: 'open' }).innerHTML = '<style>p { color: red }</style><p>from <slot name="from"></slot></p>';
        this.shadowRoot.append(inner);
      }
    })`;
    pages.set(
      '/',
      page(`<x-hours><b slot="from">nine</b> never shown</x-hours><input value="typed"><script>${shadow}</script>`),
    );
    const { html, url } = await render(outside('/'));
    expect(readPage(html, url).text).toBe('from nine\n\nclosed on Mondays');
  });

  it('is the one that it leads on to, by a reply, a tag or a script', async () => {
    pages.set('/', page('<meta http-equiv="refresh" content="1;url=/second">'));
    pages.set('/second', script(`setTimeout(() => { location.href = '/third' }, 2000)`));
    pages.set('/third', (response) => response.writeHead(302, { location: '/fourth' }).end());
    pages.set('/fourth', script(`history.pushState({}, '', '/shown'); ${say("'at last'")}`));
    const hops: string[] = [];
    const { html, url } = await render(outside('/'), {
      beforeHop: (hop) => {
        hops.push(hop.pathname);
        return Promise.resolve();
      },
    });
    expect(html).toContain('at last');
    expect(url).toBe(outside('/shown'));
    expect(hops).toEqual(['/', '/second', '/third', '/fourth']);
  });

  it('asks as a browser, and says who we are', async () => {
    pages.set('/', script(say('navigator.userAgent')));
    const { html } = await render(outside('/'));
    expect(html).toMatch(/Chrome\/[^<]*\(compatible; Groundwire\/\d/);
    expect(internet.requests[0]!.headers['user-agent']).toMatch(/Chrome\/.*\(compatible; Groundwire\/\d/);
  });

  it('is taken with its status', async () => {
    expect(await render(outside('/nowhere'))).toMatchObject({ status: 404, html: expect.stringContaining('nothing') });
  });

  it('is left alone when the caller says so', async () => {
    pages.set('/', script(`location.href = '/private'`));
    const refusal = new Error('robots');
    const beforeHop = (url: URL): Promise<void> =>
      url.pathname === '/private' ? Promise.reject(refusal) : Promise.resolve();
    await expect(render(outside('/'), { beforeHop })).rejects.toBe(refusal);
    expect(internet.requests.map(({ url }) => url)).toEqual(['/']);
  });

  it('of the public internet may not ask what the operator trusts', async () => {
    const trusting = await startInternet((_request, response) => page(html)(response), {
      allowedHosts: new Set([INSIDE]),
    });
    const html = `<script>fetch('http://${INSIDE}:${trusting.port}/', { mode: 'no-cors', method: 'POST' })</script>`;
    const renderer = new PageRenderer({ path: CHROMIUM_PATH!, hasSandbox: true }, trusting.fetcher);
    const options = { signal: never, beforeHop: () => Promise.resolve() };
    await renderer.render(trusting.url('public.test'), options);
    expect(trusting.insideConnections()).toBe(0);
    // A page of the trusted host may.
    await renderer.render(trusting.url(INSIDE), options);
    expect(trusting.insideConnections()).toBeGreaterThan(0);
    await trusting.close();
  });

  it('that asks questions, opens windows and sends files is answered with nothing', async () => {
    pages.set(
      '/',
      script(`alert('x'.repeat(9)); confirm('sure?'); open('/popup'); location.href = '/file'; ${say("'went on'")}`),
    );
    pages.set('/file', (response) =>
      response.writeHead(200, { 'content-disposition': 'attachment', 'content-type': 'application/zip' }).end('x'),
    );
    expect((await render(outside('/'), { limits: { settleMs: 8_000 } })).html).toContain('went on');
    expect(internet.requests.map(({ url }) => url)).not.toContain('/popup');
  });

  it('loads no frames, pictures, fonts and films', async () => {
    pages.set(
      '/',
      page(`<iframe src="/frame"></iframe><img src="/picture"><video autoplay src="/film"></video>
        <style>@font-face { font-family: f; src: url(/font) } p { font-family: f; background: url(/picture) }</style><p>x`),
    );
    await render(outside('/'));
    const asked = internet.requests.map(({ url }) => url).filter((url) => url !== '/favicon.ico');
    expect(asked).toEqual(['/']);
  });

  it('is nobody’s memory: nothing of one page is there for the next', async () => {
    pages.set(
      '/',
      script(
        `${say("document.cookie + (localStorage.kept ?? '') || 'nothing'")}; document.cookie = 'a=1'; localStorage.kept = 'b'`,
      ),
    );
    for (let time = 0; time < 2; time++) expect((await render(outside('/'))).html).toContain('>nothing<');
    expect(await profiles()).toEqual([]);
  });

  it('waits for its turn: one browser at a time', async () => {
    const renderer = new PageRenderer({ path: CHROMIUM_PATH!, hasSandbox: true }, internet.fetcher);
    const counts: number[] = [];
    pages.set('/', page('x'));
    const beforeHop = async (): Promise<void> => void counts.push((await profiles()).length);
    await Promise.all([1, 2, 3].map(() => renderer.render(outside('/'), { signal: never, beforeHop })));
    expect(counts).toEqual([1, 1, 1]);
  });
});

describeWithChromium('a page that goes too far', () => {
  it.each<[string, string, string]>([
    ['timeout', 'never rests', 'for (;;);'],
    ['crash', 'fills its memory', "for (;;) document.body.append('x'.repeat(1e6) + Math.random())"],
    ['too_large', 'grows', "document.body.append('x'.repeat(6e6))"],
    ['navigation', 'turns in a circle', 'setTimeout(() => location.reload(), 100)'],
    ['navigation', 'is sent in a circle', ''],
    ['navigation', 'leads to a file', "location.href = 'file:///etc/passwd'; document.write('x')"],
  ])('ends with %s when it %s', async (failure, what, code) => {
    if (what === 'is sent in a circle') {
      pages.set('/', (response) => response.writeHead(302, { location: '/again' }).end());
      pages.set('/again', (response) => response.writeHead(302, { location: '/' }).end());
    } else pages.set('/', script(code));
    const limits = { settleMs: 5_000, timeoutMs: 8_000, maxHtmlBytes: 1024 * 1024 };
    const rendering = render(outside('/'), { limits });
    if (what === 'leads to a file') expect((await rendering).html).not.toContain('root:');
    else expect(await failureOf(rendering)).toBe(failure);
    expect(await profiles()).toEqual([]);
  });

  it('is taken as it is when something of it never comes', async () => {
    pages.set('/', page('<p>Here.</p><script async src="/slow"></script>'));
    pages.set('/slow', (response) => response.writeHead(200).write('/*'));
    expect((await render(outside('/'), { limits: { settleMs: 1_000 } })).html).toContain('Here.');
  });

  it('is a failure when it does not come itself', async () => {
    pages.set('/', () => undefined);
    expect(await failureOf(render(outside('/'), { limits: { settleMs: 1_000 } }))).toBe('timeout');
  });
});
