import type { Answerer } from './answerer.ts';
import { answerPieces, answers, answerSlowly, answerToolLoop, echo } from './plain-answers.ts';
import { sendAnthropicError } from '../send-error.ts';
import { streamFaults } from './stream-faults.ts';

const NAMED: Readonly<Record<string, Answerer>> = {
  ...answers,
  ...streamFaults,
  'stall-before-headers': () => undefined,
  'reset-before-headers': (_body, response) => void response.socket?.resetAndDestroy(),
  'reset-first': (body, response, attempt) =>
    attempt > 1 ? echo(body, response, attempt) : void response.socket?.resetAndDestroy(),
  'not-http': (_body, response) => void response.socket?.end('I am not HTTP at all\r\n\r\n'),
};

const NUMBERED: readonly [RegExp, (...parts: string[]) => Answerer][] = [
  [/^stream-(\d+)$/, (count) => answerPieces(Number(count))],
  [/^slow-(\d+)$/, (gapMs) => answerSlowly(Number(gapMs))],
  [
    /^error-(\d{3})(?:-after-(\d+))?(-final|-credit)?$/,
    (status, retryAfter, kind) => answerStatus(Number(status), retryAfter, kind),
  ],
  [/-tool-loop$/, () => answerToolLoop],
  [/^flaky-(\d+)-(\d{3})$/, (failures, status) => answerStatusAtFirst(Number(failures), Number(status))],
];

/** What a model does; a name that says nothing, such as `claude-opus-5`, echoes. */
export function answererOf(model: string): Answerer {
  const named = Object.hasOwn(NAMED, model) ? NAMED[model] : undefined;
  if (named !== undefined) return named;
  for (const [pattern, make] of NUMBERED) {
    const match = pattern.exec(model);
    if (match !== null) return make(...match.slice(1));
  }
  return echo;
}

/** An error status, with a Retry-After in seconds, with `x-should-retry: false`, or in the words of an empty account. */
function answerStatus(status: number, retryAfter?: string, kind?: string): Answerer {
  const headers = {
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
    ...(kind === '-final' && { 'x-should-retry': 'false' }),
    ...(status >= 300 && status < 400 && { location: '/v1/elsewhere' }),
  };
  const message = kind === '-credit' ? 'Your credit balance is too low to access the API.' : `Fake error ${status}.`;
  return (_body, response) => sendAnthropicError(response, status, message, headers);
}

function answerStatusAtFirst(failures: number, status: number): Answerer {
  return (body, response, attempt) => {
    if (attempt > failures) return echo(body, response, attempt);
    sendAnthropicError(response, status, `Fake error ${status}.`, { 'retry-after-ms': '1' });
  };
}
