import { completion } from '../answer.ts';
import type { Behaviour } from '../behaviour.ts';
import { answerEcho } from './answers.ts';

/** Faults of the connection, stream or not. */
export const connectionFaults: Readonly<Record<string, Behaviour>> = {
  /** Never answers. */
  'stall-before-headers': () => undefined,
  'reset-before-headers': ({ response }) => void response.socket?.resetAndDestroy(),
  'reset-first': (exchange) => {
    if (exchange.attempt > 1) return answerEcho(exchange);
    exchange.response.socket?.resetAndDestroy();
  },
  'stall-mid-body': ({ body, response }) => {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .write(halfOf(completion(body, { pieces: ['half'] })));
  },
  'reset-mid-body': ({ body, response }) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write(halfOf(completion(body, { pieces: ['half'] })), () => response.socket?.resetAndDestroy());
  },
  'not-http': ({ response }) => void response.socket?.end('I am not HTTP at all\r\n\r\n'),
};

function halfOf(answer: object): string {
  const json = JSON.stringify(answer);
  return json.slice(0, json.length / 2);
}
