import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DemoError } from '../demo-error.ts';
import { choosePort } from './choose-port.ts';
import { createToken } from './create-token.ts';
import { startServer } from './start-server.ts';

const host = '127.0.0.1';
const signal = new AbortController().signal;
const healthy = `
  import { createServer } from 'node:http';
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ status: 'ok', for: process.env.FOR }));
  });
  server.listen(Number(process.env.PORT), '127.0.0.1');
  process.on('SIGTERM', () => process.exit(0));`;

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'groundwire-demo-'))));
afterEach(() => rm(folder, { recursive: true }));

async function script(code: string): Promise<string> {
  const path = join(folder, 'main.mjs');
  await writeFile(path, code);
  return path;
}

describe('startServer', () => {
  it('waits until the server is ready, hands it the environment, and stops it', async () => {
    const port = await choosePort(0, host);
    const server = await startServer(
      await script(healthy),
      `http://${host}:${port}`,
      { PORT: String(port), FOR: 'me' },
      signal,
    );
    const answer = await fetch(`${server.baseUrl}/health/ready`);
    expect(await answer.json()).toEqual({ status: 'ok', for: 'me' });
    await server.stop();
    await server.stop();
    expect(await server.ended).toEqual([0, null]);
  });

  it.each([
    [
      'its own words',
      `console.error('Groundwire did not start: no disk.'); process.exit(1)`,
      'Groundwire did not start: no disk.',
    ],
    ['the error of a crash', `throw new TypeError('Odd.')`, 'TypeError: Odd.'],
    ['a sentence when it said nothing', `process.exit(1)`, 'The server ended while it was starting.'],
  ])('fails with %s when the server does not start', async (_name, code, message) => {
    const port = await choosePort(0, host);
    const start = startServer(await script(code), `http://${host}:${port}`, {}, signal);
    await expect(start).rejects.toThrow(new DemoError(message));
  });

  it('stops a server that is still starting when it is interrupted', async () => {
    const port = await choosePort(0, host);
    const path = await script('setInterval(() => undefined, 1000)');
    const start = startServer(path, `http://${host}:${port}`, {}, AbortSignal.abort(new Error('Ctrl-C')));
    await expect(start).rejects.toThrow('Ctrl-C');
  });
});

describe('createToken', () => {
  it('gives what the command prints', async () => {
    const path = await script(`console.log(process.argv.slice(2).join(' '), process.env.FOR)`);
    await expect(createToken(path, { FOR: 'me' })).resolves.toBe('--sub demo me');
  });

  it('fails with the words of the command', async () => {
    const path = await script(`console.error('No secret.'); process.exit(1)`);
    await expect(createToken(path, {})).rejects.toThrow(new DemoError('No secret.'));
  });
});
