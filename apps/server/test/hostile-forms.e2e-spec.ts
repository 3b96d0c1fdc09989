import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { ASK_YODA, signToken, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let path: string;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
  path = `${ASK_YODA}/${await server.createProject('alice')}/add_file/`;
  token = await signToken({ sub: 'alice' });
});
afterAll(() => server.close());

const MB = 1024 * 1024;
const FORM = 'multipart/form-data; boundary=x';
const part = (head: string, content: string): string =>
  `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}`;
const FILE = part('name="file"; filename="a.txt"', 'Some words.\r\n');

async function send(body: string, type = FORM): Promise<[status: number, text: string]> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body });
  return [response.status, await response.text()];
}

describe('a form is refused', () => {
  it.each([
    ['without a boundary', 400, 'no proper form', `${FILE}--x--`, 'multipart/form-data'],
    ['with an empty one', 400, 'no proper form', `${FILE}--x--`, 'multipart/form-data; boundary=""'],
    ['with another than it names', 400, 'no proper form', `${FILE}--x--`, 'multipart/form-data; boundary=y'],
    ['cut in its file', 400, 'no proper form', FILE, FORM],
    ['cut in a field', 400, 'no proper form', part('name="metadata"', '{}'), FORM],
    ['cut in a header', 400, 'no proper form', '--x\r\nContent-Dispo', FORM],
    ['without parts', 400, 'file', '--x--\r\n', FORM],
    ['of forms in forms', 400, 'no proper form', `--x\r\nContent-Type: ${FORM}\r\n\r\n`.repeat(1_000), FORM],
    ['with a header of 10 MB', 400, 'file', `--x\r\nX-A: ${'a'.repeat(10 * MB)}\r\n\r\n\r\n--x--`, FORM],
    ['with 100,000 headers', 400, 'file', `--x\r\n${'X-A: b\r\n'.repeat(100_000)}\r\n\r\n--x--`, FORM],
    ['of 10,000 fields', 413, 'too many fields', `${part('name="a"', 'b\r\n').repeat(10_000)}--x--`, FORM],
    ['of 10,000 files', 413, 'too many', `${FILE.repeat(10_000)}--x--`, FORM],
    [
      'with a field of 10 MB',
      413,
      'metadata is longer',
      `${part('name="metadata"', 'a'.repeat(10 * MB))}\r\n--x--`,
      FORM,
    ],
    ['with a long name', 400, 'file', `${part(`name="${'n'.repeat(200)}"`, 'a')}\r\n--x--`, FORM],
  ])('%s', async (_what, status, words, body, type) => {
    const message = words === 'no proper form' ? 'body is not a valid multipart/form-data form.' : words;
    expect(await send(body, type)).toEqual([status, expect.stringContaining(message)]);
  });

  it.each([
    ['of 60,000 letters', 'n'.repeat(60_000), 'is longer than 1500 characters'],
    ['of 1,501 letters', 'n'.repeat(1_501), 'is longer than 1500 characters'],
    ['with a control character', 'a\u001b[31m.txt', 'holds a control character'],
    ['with a NUL', 'a\0.txt', 'holds a control character'],
  ])('for a file name %s', async (_what, name, fault) => {
    const body = `${part(`name="file"; filename="${name}"`, 'Some words.')}\r\n--x--\r\n`;
    const message = { file: [`The file's name ${fault}.`] };
    const [status, text] = await send(body);
    expect([status, JSON.parse(text)]).toEqual([400, { error: { type: 'invalid_request_error', message } }]);
  });

  it.each([
    ['in a field', part('name="metadata"', '')],
    ['before its first part', 'nothing'],
    ['after its last', `${FILE}--x--\r\n`],
  ])('that never ends, %s, as soon as it is too large', async (_where, start) => {
    const socket = open();
    socket.write(`Transfer-Encoding: chunked\r\n\r\n`);
    const answered = once(socket, 'data') as Promise<[Buffer]>;
    const write = (text: string): Promise<void> =>
      new Promise((written) => socket.write(`${text.length.toString(16)}\r\n${text}\r\n`, () => written()));
    let answer = '';
    void answered.then(([data]) => (answer = data.toString()));
    void write(start);
    while (answer === '' && !socket.destroyed) await Promise.race([write('a'.repeat(64 * 1024)), answered]);
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('and one whose sender leaves harms nobody', async () => {
    const socket = open();
    socket.write(`Content-Length: 1000\r\n\r\n${FILE}`);
    await new Promise((resolve) => setImmediate(resolve));
    socket.destroy();
    expect((await send(`${FILE}--x--\r\n`))[0]).toBe(201);
  });
});

it.each([
  ['long', 'n'.repeat(1_500), 'n'.repeat(1_500)],
  ['a path', '../../etc/passwd', 'passwd'],
  ['a path of Windows', 'C:\\secret\\words.txt', 'words.txt'],
])('a file name that is %s is kept without its path', async (what, name, kept) => {
  const [status, text] = await send(`${part(`name="file"; filename="${name}"`, `Named by ${what}.`)}\r\n--x--\r\n`);
  expect(status).toBe(201);
  const { file_id } = JSON.parse(text) as { file_id: string };
  const file = await server.request('alice', 'GET', `${path.replace('add_file', 'files')}${file_id}/`);
  expect(await file.json()).toMatchObject({ file_name: kept });
});

/** A connection on which a form was begun, up to the last of its headers. */
function open(): Socket {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  // The server may close it while it is written to.
  socket.on('error', () => undefined);
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${FORM}\r\n`);
  return socket;
}
