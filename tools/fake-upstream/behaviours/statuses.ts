import type { Behaviour } from '../behaviour.ts';
import { sendError } from '../send.ts';
import { answerEcho } from './answers.ts';

/** An error status, with a Retry-After in seconds, out of quota, or with `x-should-retry: false`. */
export function answerStatus(status: number, retryAfter?: string, kind?: string): Behaviour {
  const headers = {
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
    ...(kind === '-final' && { 'x-should-retry': 'false' }),
    ...(status >= 300 && status < 400 && { location: '/v1/elsewhere' }),
  };
  const code = kind === '-quota' ? 'insufficient_quota' : null;
  return ({ response }) => sendError(response, status, `Fake error ${status}.`, { code, headers });
}

/** Fails so many times, asking to be tried again in a millisecond, then echoes. */
export function answerStatusAtFirst(failures: number, status: number): Behaviour {
  return (exchange) => {
    if (exchange.attempt > failures) return answerEcho(exchange);
    sendError(exchange.response, status, `Fake error ${status}.`, { headers: { 'retry-after-ms': '1' } });
  };
}
