import type { ServerResponse } from 'node:http';
import { chunks } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import type { ChatBody } from '../check-request.ts';
import { sendError, startEvents, toEvent, write } from '../send.ts';

const PIECES = ['one ', 'two ', 'three ', 'für ', '🙂'];
const DONE = toEvent('[DONE]');
const LARGE_CHARACTERS = 1024 * 1024;
const HUGE_CHARACTERS = 9 * 1024 * 1024;
const OFFERED_EVENTS = 4_096;

/** Streams that go wrong, and streams that are odd but right. */
export const streamFaults: Readonly<Record<string, Behaviour>> = {
  /** Head, nothing, silence. */
  stall: ({ response }) => startEvents(response),
  'stall-mid-stream': ({ body, response }) => begin(response, body, 3),
  /** The second request is refused, or cut after two pieces; the others begin and fall silent. */
  'second-refused': async ({ body, response, attempt }) => {
    if (attempt === 2) sendError(response, 500, 'The server had an error.', { type: 'server_error' });
    else await begin(response, body, 3);
  },
  'second-cut': async ({ body, response, attempt }) => {
    await begin(response, body, 3);
    if (attempt === 2) response.end();
  },
  'reset-mid-stream': async ({ body, response }) => {
    await begin(response, body, 3);
    response.write(':\n\n', () => response.socket?.resetAndDestroy());
  },
  /** A clean end without finish_reason: what every SDK takes for a complete answer. */
  'cut-mid-stream': async ({ body, response }) => {
    await begin(response, body, 3);
    response.end();
  },
  'cut-with-done': async ({ body, response }) => {
    await begin(response, body, 3);
    response.end(DONE);
  },
  'cut-mid-event': async ({ body, response }) => {
    await begin(response, body, 3);
    response.end('data: {"id":"chatcmpl-fa');
  },
  'empty-stream': ({ response }) => void (startEvents(response), response.end()),
  'error-mid-stream': async ({ body, response }) => {
    await begin(response, body, 3);
    response.end(
      toEvent({
        error: { message: 'The server had an error (sk-secret)', type: 'server_error', param: null, code: null },
      }),
    );
  },
  'error-first': ({ response }) => {
    startEvents(response);
    response.end(toEvent({ error: { message: 'Overloaded', type: 'overloaded_error', code: 503 } }));
  },
  'broken-json': ({ response }) => void (startEvents(response), response.end('data: {"id": \n\n')),
  'bad-utf8': ({ response }) => {
    startEvents(response);
    response.end(Buffer.from([...Buffer.from('data: {"id":"'), 0xff, ...Buffer.from('"}\n\n')]));
  },
  'huge-event': ({ response }) => void (startEvents(response), response.end(toEvent('x'.repeat(HUGE_CHARACTERS)))),
  'large-event': ({ body, response }) => send(response, events(body, ['x'.repeat(LARGE_CHARACTERS)]).join('') + DONE),
  'no-done': ({ body, response }) => send(response, events(body).join('')),
  /** Everything was said, but the connection stays open. */
  'never-closed': ({ body, response }) => {
    startEvents(response);
    response.write(events(body).join('') + DONE);
  },
  'no-usage': ({ body, response }) => send(response, events({ ...body, stream_options: {} }).join('') + DONE),
  comments: ({ body, response }) =>
    send(response, [...events(body), DONE].map((event) => `: keep-alive\n\n${event}`).join('')),
  crlf: ({ body, response }) => send(response, (events(body).join('') + DONE).replaceAll('\n', '\r\n')),
  'byte-by-byte': async ({ body, response }) => {
    startEvents(response);
    response.socket?.setNoDelay(true);
    for (const byte of Buffer.from(events(body).join('') + DONE)) {
      await write(response, Uint8Array.of(byte));
      await new Promise(setImmediate);
    }
    response.end();
  },
  /** 256 MiB in events of 64 KiB, as fast as the reader takes them. */
  flood: async ({ body, response }) => {
    const [role = '', piece = '', ...rest] = events(body, ['x'.repeat(64 * 1024)]);
    startEvents(response);
    await write(response, role);
    for (let count = 0; count < OFFERED_EVENTS && !response.closed; count++) await write(response, piece);
    response.end(rest.join('') + DONE);
  },
};

function events(body: ChatBody, pieces: readonly string[] = PIECES): string[] {
  return [...chunks(body, { pieces })].map(toEvent);
}

function send(response: ServerResponse, bytes: string): void {
  startEvents(response);
  response.end(bytes);
}

async function begin(response: ServerResponse, body: ChatBody, count: number): Promise<void> {
  startEvents(response);
  await write(response, events(body).slice(0, count).join(''));
}
