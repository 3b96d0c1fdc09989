import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { frameOf, sendEventStream } from './event-stream.ts';
import { Problem } from './problems/problem.ts';

let server: FastifyInstance;
afterEach(() => server.close());

async function serve(frames: () => AsyncGenerator<string | Uint8Array>): Promise<string> {
  server = Fastify({ forceCloseConnections: true });
  server.get('/', (_request, reply) => sendEventStream(reply, frames(), { 'x-extra': 'yes' }));
  server.setErrorHandler((error, _request, reply) => reply.status(502).send({ message: (error as Error).message }));
  return server.listen({ port: 0, host: '127.0.0.1' });
}

async function slowReader(): Promise<Socket> {
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').pause();
  await once(socket, 'connect');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  return socket;
}

describe('sendEventStream', () => {
  it('sends the frames as they are and closes with [DONE]', async () => {
    const url = await serve(async function* () {
      yield Buffer.from('data: {"a":1}\n\n');
      yield frameOf({ b: 2 });
    });
    const response = await fetch(url);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      'x-accel-buffering': 'no',
      'x-extra': 'yes',
    });
    expect(await response.text()).toBe('data: {"a":1}\n\ndata: {"b":2}\n\ndata: [DONE]\n\n');
  });

  it('a failure before the first frame is an ordinary HTTP error', async () => {
    // eslint-disable-next-line require-yield -- it fails before it can yield
    const url = await serve(async function* () {
      throw new Problem('upstream_error', 'too bad');
    });
    const response = await fetch(url);
    expect([response.status, await response.json()]).toEqual([502, { message: 'too bad' }]);
  });

  it('a failure after it is one error frame without [DONE]', async () => {
    const url = await serve(async function* () {
      yield frameOf({ a: 1 });
      throw new Problem('upstream_timeout', 'too late');
    });
    const error = { message: 'too late', type: 'upstream_timeout', param: null, code: 'upstream_timeout' };
    expect(await (await fetch(url)).text()).toBe(`data: {"a":1}\n\ndata: ${JSON.stringify({ error })}\n\n`);
  });

  it('a bug tells nothing of itself', async () => {
    const url = await serve(async function* () {
      yield frameOf({ a: 1 });
      throw new TypeError('secret of the inside');
    });
    expect(await (await fetch(url)).text()).not.toContain('secret');
  });

  it('holds the source back while the reader does not read, and closes it when the reader leaves', async () => {
    const frame = Buffer.alloc(256 * 1024, 'x');
    let taken = 0;
    const closed = Promise.withResolvers<void>();
    await serve(async function* () {
      try {
        for (; taken < 1024; taken++) yield frame;
      } finally {
        closed.resolve();
      }
    });
    const socket = await slowReader();
    let before = -1;
    while (taken === 0 || taken !== before) {
      before = taken;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(taken).toBeLessThan(64);
    socket.destroy();
    await closed.promise;
    expect(taken).toBeLessThan(64);
  });
});
