import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { startEvents, write } from '../../send.ts';
import type { Answerer } from './answerer.ts';
import { messageEvents, type Speech, textBlock, toMessageEvent } from '../message-events.ts';
import { anthropicError } from '../send-error.ts';

const PIECES = ['one ', 'two ', 'three ', 'für ', '🙂'];
const LARGE_CHARACTERS = 1024 * 1024;
const HUGE_CHARACTERS = 9 * 1024 * 1024;
const PING = toMessageEvent({ type: 'ping' });
const PING_GAP_MS = 50;

/** Messages streams that go wrong, and streams that are odd but right: as on the other wire, where it has the same. */
export const streamFaults: Readonly<Record<string, Answerer>> = {
  /** Head, nothing, silence. */
  stall: (_body, response) => startEvents(response),
  'stall-mid-stream': ({ model }, response) => begin(response, model),
  'reset-mid-stream': async ({ model }, response) => {
    await begin(response, model);
    response.write(':\n\n', () => response.socket?.resetAndDestroy());
  },
  'cut-mid-stream': ({ model }, response) => cut(response, model, ''),
  'cut-mid-event': ({ model }, response) => cut(response, model, 'event: content_block_delta\ndata: {"type":"con'),
  /** Everything but `message_stop`: a stop reason was given, yet the message is not over. */
  'cut-before-stop': ({ model }, response) => send(response, events(model).slice(0, -1).join('')),
  /** OpenAI's last frame is nothing here. */
  'cut-with-done': ({ model }, response) => cut(response, model, 'data: [DONE]\n\n'),
  'empty-stream': (_body, response) => send(response, ''),
  /** Alive, but it says nothing: pings do not make an answer. */
  'ping-only': async (_body, response) => {
    startEvents(response);
    while (!response.closed) {
      await write(response, PING);
      await sleep(PING_GAP_MS);
    }
  },
  'error-first': (_body, response) => send(response, toMessageEvent(anthropicError('overloaded_error', 'Overloaded'))),
  'error-mid-stream': ({ model }, response) =>
    cut(response, model, toMessageEvent(anthropicError('api_error', 'Internal server error'))),
  'overloaded-mid-stream': ({ model }, response) =>
    cut(response, model, toMessageEvent(anthropicError('overloaded_error', 'Overloaded'))),
  'broken-json': (_body, response) => send(response, 'event: message_start\ndata: {"type": \n\n'),
  /** A delta of a block that never began. */
  'broken-order': ({ model }, response) => send(response, events(model).toSpliced(2, 1).join('')),
  'bad-utf8': (_body, response) => {
    startEvents(response);
    response.end(Buffer.from([...Buffer.from('event: ping\ndata: {"type":"'), 0xff, ...Buffer.from('"}\n\n')]));
  },
  'huge-event': (_body, response) => send(response, `data: ${'x'.repeat(HUGE_CHARACTERS)}\n\n`),
  'large-event': ({ model }, response) => send(response, events(model, ['x'.repeat(LARGE_CHARACTERS)]).join('')),
  /** Everything was said, but the connection stays open. */
  'never-closed': ({ model }, response) => {
    startEvents(response);
    response.write(events(model).join(''));
  },
  'no-usage': ({ model }, response) =>
    send(
      response,
      events(model)
        .join('')
        .replaceAll(/,?"usage":\{[^}]*\}/g, ''),
    ),
  /** Kinds of events and of deltas that this version of the API does not have: clients must pass over them. */
  'unknown-events': ({ model }, response) => {
    const unknown = toMessageEvent({ type: 'weather_report' });
    send(
      response,
      events(model)
        .map((event) => unknown + event)
        .join(''),
    );
  },
  comments: ({ model }, response) =>
    send(
      response,
      events(model)
        .map((event) => `: keep-alive\n\n${event}`)
        .join(''),
    ),
  crlf: ({ model }, response) => send(response, events(model).join('').replaceAll('\n', '\r\n')),
  'byte-by-byte': async ({ model }, response) => {
    startEvents(response);
    response.socket?.setNoDelay(true);
    for (const byte of Buffer.from(events(model).join(''))) {
      await write(response, Uint8Array.of(byte));
      await new Promise(setImmediate);
    }
    response.end();
  },
  html: (_body, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Welcome to nginx!</body></html>');
  },
  'wrong-type': ({ model }, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end(events(model).join(''));
  },
};

function events(model: string, pieces: readonly string[] = PIECES): string[] {
  const speech: Speech = { blocks: [textBlock(pieces)], stopReason: 'end_turn' };
  return messageEvents(model, speech);
}

function send(response: ServerResponse, bytes: string): void {
  startEvents(response);
  response.end(bytes);
}

/** The start, the ping and two pieces of text. */
async function begin(response: ServerResponse, model: string): Promise<void> {
  startEvents(response);
  await write(response, events(model).slice(0, 5).join(''));
}

async function cut(response: ServerResponse, model: string, bytes: string): Promise<void> {
  await begin(response, model);
  response.end(bytes);
}
