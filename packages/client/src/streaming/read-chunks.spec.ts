import { afterEach, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { collect, openStream, startLoopbackServer } from '../testing/loopback-server.ts';
import type { LoopbackServer } from '../testing/loopback-server.ts';
import { createClient, GroundwireError, StreamInterruptedError, UpstreamError } from '../index.ts';
import type { CallOptions, ChatCompletionChunk } from '../index.ts';

let server: LoopbackServer;
afterEach(() => server.close());

const piece = (
  content: string,
  finish_reason: ChatCompletionChunk['choices'][0]['finish_reason'] = null,
  index = 0,
) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion.chunk',
  created: 1,
  model: 'm',
  choices: [{ index, delta: { content }, finish_reason }],
});
const usage = { ...piece(''), choices: [], usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 } };
const failure = { error: { message: 'The provider stopped.', type: 'upstream_error', param: null, code: 'reset' } };
const frame = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;
const done = 'data: [DONE]\n\n';
const complete = frame(piece('Ünï')) + frame(piece('😀')) + frame(piece('', 'stop')) + frame(usage) + done;

/** Streams from a server that `write`s, and says what came and how it ended. */
async function receive(write: (response: ServerResponse) => unknown, options?: CallOptions) {
  server = await startLoopbackServer(async (response) => {
    openStream(response, { 'x-request-id': 'r1' });
    await write(response);
  });
  const client = createClient({ baseUrl: server.baseUrl, token: 'abc' });
  const chunks: ChatCompletionChunk[] = [];
  try {
    for await (const chunk of client.generateStream('p', { model: 'm', messages: [] }, options)) chunks.push(chunk);
    return { chunks, text: textOf(chunks), error: undefined };
  } catch (error) {
    return { chunks, text: textOf(chunks), error };
  }
}

const textOf = (chunks: ChatCompletionChunk[]): string =>
  chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta.content ?? '')).join('');

async function writeInTwo(response: ServerResponse, bytes: Buffer, cut: number): Promise<void> {
  response.write(bytes.subarray(0, cut));
  await new Promise((resolve) => setImmediate(resolve));
  response.end(bytes.subarray(cut));
}

describe('a complete stream', () => {
  it('gives each chunk, once, whatever byte its packets are cut at', async () => {
    const bytes = Buffer.from(complete);
    let cut = 0;
    server = await startLoopbackServer(async (response) => {
      openStream(response);
      await writeInTwo(response, bytes, cut);
    });
    const client = createClient({ baseUrl: server.baseUrl, token: 'abc' });
    for (cut = 1; cut < bytes.length; cut++) {
      const chunks = await collect(client.generateStream('p', { model: 'm', messages: [] }));
      expect(chunks).toEqual([piece('Ünï'), piece('😀'), piece('', 'stop'), usage]);
    }
    expect(server.requests).toHaveLength(bytes.length - 1);
  });

  it('may come byte by byte', async () => {
    const { text, error } = await receive(async (response) => {
      for (const byte of Buffer.from(complete)) {
        response.write(Buffer.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    });
    expect([text, error]).toEqual(['Ünï😀', undefined]);
  });

  it.each([
    ['CRLF', complete.replaceAll('\n', '\r\n')],
    ['comments', `: keep-alive\n\n${complete.replaceAll('\n\n', '\n\n: keep-alive\n\n')}`],
    ['a byte order mark', `\uFEFF${complete}`],
    ['no space after the colon', complete.replaceAll('data: ', 'data:')],
    ['ids, names and retry lines', complete.replaceAll('data: ', 'id: 7\nevent: message\nretry: 10\ndata: ')],
    ['no [DONE]', complete.replace(done, '')],
    ['anything after [DONE]', complete + frame(failure)],
    ['error: null', complete.replaceAll('"id"', '"error":null,"id"')],
  ])('may have %s', async (_name, body) => {
    const { text, error } = await receive((response) => response.end(body));
    expect([text, error]).toEqual(['Ünï😀', undefined]);
  });

  it('may go on after the finish of a choice', async () => {
    const body = frame(piece('a')) + frame(piece('', 'stop')) + frame(piece('b')) + done;
    expect((await receive((response) => response.end(body))).error).toBeUndefined();
  });
});

describe('an error frame', () => {
  it.each([
    ['first', '', ''],
    ['in the middle', frame(piece('Half')), 'Half'],
    ['after the finish', frame(piece('All')) + frame(piece('', 'stop')), 'All'],
  ])('%s ends the stream with its own error', async (_place, before, expected) => {
    const { text, error } = await receive((response) => response.end(before + frame(failure)));
    expect(text).toBe(expected);
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({
      message: 'The provider stopped.',
      type: 'upstream_error',
      code: 'reset',
      requestId: 'r1',
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a stream that breaks off', () => {
  it.each([
    ['nothing', ''],
    ['only [DONE]', done],
    ['no finish_reason', frame(piece('Half'))],
    ['[DONE] without finish_reason', frame(piece('Half')) + done],
    ['half a frame', frame(piece('Half')) + frame(piece('', 'stop')).slice(0, -20)],
    [
      'a choice without its finish',
      frame(piece('a', null, 0)) + frame(piece('b', null, 1)) + frame(piece('', 'stop', 0)) + done,
    ],
    ['a frame that is no JSON', 'data: <html>\n\n'],
    ['a frame that is no chunk', 'data: 7\n\n'],
  ])('is an error: %s', async (_name, body) => {
    const { error } = await receive((response) => response.end(body));
    expect(error).toBeInstanceOf(StreamInterruptedError);
    expect(error).toMatchObject({ requestId: 'r1' });
  });

  it('is an error: the connection is lost', async () => {
    const { text, error } = await receive((response) => response.write(frame(piece('Half')), () => response.destroy()));
    expect(text).toBe('Half');
    expect(error).toBeInstanceOf(StreamInterruptedError);
    expect(error).toHaveProperty('cause');
    expect(server.requests).toHaveLength(1);
  });

  it('is an error: silence', async () => {
    const { text, error } = await receive((response) => response.write(frame(piece('Half'))), { timeoutMs: 50 });
    expect(text).toBe('Half');
    expect(error).toMatchObject({ name: 'RequestTimeoutError' });
  });
});

describe('leaving a stream', () => {
  const startEndless = async () => {
    const closed = Promise.withResolvers<void>();
    server = await startLoopbackServer((response) => {
      response.on('close', () => closed.resolve());
      openStream(response);
      response.write(frame(piece('a')) + frame(piece('b')));
    });
    return { closed: closed.promise, client: createClient({ baseUrl: server.baseUrl, token: 'abc' }) };
  };

  it('by break cancels the request', async () => {
    const { client, closed } = await startEndless();
    for await (const chunk of client.generateStream('p', { model: 'm', messages: [] })) {
      expect(chunk).toEqual(piece('a'));
      break;
    }
    await closed;
    expect(server.requests).toHaveLength(1);
  });

  it('by abort cancels the request and is an error, at once', async () => {
    const { client, closed } = await startEndless();
    const controller = new AbortController();
    const texts: unknown[] = [];
    const read = async (): Promise<void> => {
      for await (const chunk of client.generateStream(
        'p',
        { model: 'm', messages: [] },
        { signal: controller.signal },
      )) {
        texts.push(chunk.choices[0]?.delta.content);
        controller.abort();
      }
    };
    await expect(read()).rejects.toMatchObject({ name: 'RequestAbortedError' });
    await closed;
    expect(texts).toEqual(['a']);
  });

  it('by abort while nothing comes is an error as well', async () => {
    const { client, closed } = await startEndless();
    const controller = new AbortController();
    const stream = client.generateStream('p', { model: 'm', messages: [] }, { signal: controller.signal });
    await stream.next();
    await stream.next();
    const waiting = stream.next();
    controller.abort();
    await expect(waiting).rejects.toBeInstanceOf(GroundwireError);
    await closed;
  });

  it('before the iteration begins sends nothing', async () => {
    const { client } = await startEndless();
    await client.generateStream('p', { model: 'm', messages: [] }).return();
    expect(server.requests).toHaveLength(0);
  });
});
