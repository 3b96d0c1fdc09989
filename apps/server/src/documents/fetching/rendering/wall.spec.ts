import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UrlFetcher } from '../url-fetcher.ts';
import { PageRenderer } from './page-renderer.ts';
import { CHROMIUM_PATH, describeWithChromium } from './testing/chromium.ts';

/** Stands for the public internet, so that 127.0.0.1 itself can be inside. Only Linux has all of 127.0.0.0/8. */
const OUTSIDE = '127.0.0.3';
const INSIDE = ['127.0.0.1', '127.0.0.2', '::1'];
const describeOnLinux: typeof describe.skip = process.platform === 'linux' ? describeWithChromium : describe.skip;

/** Every way that a page has to make a browser connect, towards `host`; what reaches a site of ours is named by its path. */
const attempts = (host: string, port: number): string => `
  const at = (scheme, path) => scheme + '://${host}:${port}/' + path;
  const http = (path) => at('http', path);
  const add = (tag, attributes) => document.body.append(Object.assign(document.createElement(tag), attributes));
  const link = (rel, href, more) => add('link', { rel, href, ...more });
  const rtc = (urls) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'u', credential: 'c' }] });
    peer.createDataChannel('x');
    peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  };
  const ways = [
    () => fetch(http('fetch'), { mode: 'no-cors' }),
    () => fetch(http('post'), { mode: 'no-cors', method: 'POST', body: 'x' }),
    () => fetch(at('https', 'tls')),
    () => { const request = new XMLHttpRequest(); request.open('GET', http('xhr')); request.send(); },
    () => navigator.sendBeacon(http('beacon'), 'x'),
    () => new WebSocket(at('ws', 'socket')),
    () => new WebSocket(at('wss', 'socket')),
    () => new EventSource(http('events')),
    () => add('script', { src: http('script') }),
    () => add('script', { src: http('module'), type: 'module' }),
    () => link('stylesheet', http('style')),
    () => link('preload', http('preload'), { as: 'fetch' }),
    () => link('prefetch', http('prefetch')),
    () => link('preconnect', http('')),
    () => link('dns-prefetch', http('')),
    () => link('manifest', http('manifest')),
    () => add('iframe', { src: http('frame') }),
    () => add('object', { data: http('object') }),
    () => add('embed', { src: http('embed') }),
    () => add('img', { src: http('picture') }),
    () => add('video', { src: http('film'), autoplay: true }),
    () => open(http('window')),
    () => { add('form', { action: http('form'), method: 'POST', target: 'popup' }); document.forms[0].submit(); },
    () => new Worker(URL.createObjectURL(new Blob(['importScripts("' + http('worker') + '")']))),
    () => new SharedWorker(URL.createObjectURL(new Blob(['fetch("' + http('shared') + '", { mode: "no-cors" })']))),
    () => new WebTransport(at('https', 'transport')),
    () => rtc('stun:${host}:${port}'),
    () => rtc('turn:${host}:${port}?transport=udp'),
    () => rtc('turn:${host}:${port}?transport=tcp'),
    () => rtc('turns:${host}:${port}?transport=tcp'),
  ];
  for (const way of ways) {
    try { Promise.resolve(way()).catch(() => {}); } catch {}
  }
  // The page's clock stands still meanwhile.
  fetch('/hold');
`;

let port: number;
let html = '';
let requests: string[] = [];
let connections = 0;
let datagrams = 0;
let outside: Server;
const inside: (Server | DatagramSocket)[] = [];
/** Of each name: the last answer is repeated. */
const names = new Map<string, string[]>();

beforeAll(async () => {
  outside = createServer(({ url = '' }, response) => {
    requests.push(url);
    if (url === '/hold') return setTimeout(() => response.end(), 1_500);
    if (url === '/') return response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    return response.writeHead(404, { 'access-control-allow-origin': '*' }).end();
  });
  outside.listen(0, OUTSIDE);
  await once(outside, 'listening');
  ({ port } = outside.address() as AddressInfo);
  for (const host of INSIDE) {
    const server = createServer((_request, response) => response.end('the secret of the inside'));
    server.on('connection', () => (connections += 1));
    server.listen(port, host);
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
    socket.on('message', () => (datagrams += 1));
    socket.bind(port, host);
    await Promise.all([once(server, 'listening'), once(socket, 'listening')]);
    inside.push(server, socket);
  }
});
beforeEach(() => {
  requests = [];
  connections = 0;
  datagrams = 0;
});
afterAll(() => {
  for (const listener of inside) listener.close();
  outside.close();
  outside.closeAllConnections();
});

async function visit(page: string): Promise<string> {
  html = page;
  const resolve = (host: string): Promise<string[]> => {
    const answers = names.get(host) ?? [];
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer === undefined ? Promise.reject(new Error('NXDOMAIN')) : Promise.resolve([answer]);
  };
  names.set('public.test', [OUTSIDE]);
  names.set('inside.test', ['127.0.0.1']);
  // The page, its favicon and then the attempts: some of them come when the name has turned.
  names.set('rebound.test', [OUTSIDE, '127.0.0.1', '127.0.0.2', '::1']);
  const fetcher = new UrlFetcher({ resolve, mayReach: (address) => address === OUTSIDE });
  const renderer = new PageRenderer({ path: CHROMIUM_PATH!, hasSandbox: true }, fetcher, { settleMs: 8_000 });
  const options = { signal: new AbortController().signal, beforeHop: () => Promise.resolve() };
  return renderer.render(`http://public.test:${port}/`, options).then(
    (page) => page.html,
    (error: Error) => error.message,
  );
}

describeOnLinux('a page in the browser', () => {
  it('reaches the public internet in these ways', async () => {
    await visit(`<body><script>${attempts('public.test', port)}</script>`);
    const paths = new Set(requests.map((url) => url.slice(1)));
    for (const path of ['fetch', 'post', 'xhr', 'beacon', 'events', 'script', 'module', 'style', 'preload', 'shared']) {
      expect(paths).toContain(path);
    }
    for (const path of ['frame', 'object', 'embed', 'window', 'film', 'picture']) expect(paths).not.toContain(path);
  });

  it.each([
    '127.0.0.1',
    '127.0.0.2',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '0.0.0.0',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:2]',
    'localhost',
    'some.localhost',
    'inside.test',
    'rebound.test',
  ])('never connects to %s', async (host) => {
    await visit(`<body><script>${attempts(host, port)}</script>`);
    // The attempts were made, and waited for.
    expect(requests).toContain('/hold');
    expect([connections, datagrams]).toEqual([0, 0]);
  });

  it.each(['127.0.0.1', '[::1]', 'inside.test'])('does not go to %s, however it is led there', async (host) => {
    const to = `http://${host}:${port}/`;
    for (const page of [
      `<meta http-equiv="refresh" content="0;url=${to}">`,
      `<script>location.href = '${to}'</script>`,
      `<form action="${to}" method="post"></form><script>document.forms[0].submit()</script>`,
      `<a href="${to}" id="a" ping="${to}">x</a><script>a.click()</script>`,
    ]) {
      expect(await visit(page)).toBe('The address could not be fetched.');
    }
    expect([connections, datagrams]).toEqual([0, 0]);
  });

  it.each(['file:///etc/passwd', 'view-source:http://public.test/', 'chrome://version', 'data:text/html,root:x'])(
    'shows nothing of %s',
    async (url) => {
      const said = await visit(`<p id="p">before</p><script>
        fetch('${url}').then((r) => r.text()).then((t) => { p.textContent = 'got ' + t }, () => { p.textContent = 'refused' });
        window.open('${url}'); location.href = '${url}';</script>`);
      expect(said).not.toMatch(/root:x:0|Chromium|got root:x:0/);
    },
  );

  it('would be noticed if it reached what it must not', async () => {
    for (const host of INSIDE) await once(connect(port, host).end(), 'close').catch(() => undefined);
    const socket = createSocket('udp4');
    socket.send('x', port, '127.0.0.1', () => socket.close());
    await once(inside[1]!, 'message');
    expect([connections, datagrams]).toEqual([3, 1]);
  });
});
