import type { Behaviour } from './behaviour.ts';
import { answerEcho, answerMirror, answerPieces, answerSlowly, answerToolCall } from './behaviours/answers.ts';
import { connectionFaults } from './behaviours/connection-faults.ts';
import { answerStatus, answerStatusAtFirst } from './behaviours/statuses.ts';
import { streamFaults } from './behaviours/stream-faults.ts';
import { wholeFaults } from './behaviours/whole-faults.ts';

const NAMED: Readonly<Record<string, Behaviour>> = {
  mirror: answerMirror,
  'tool-call': answerToolCall,
  ...connectionFaults,
  ...streamFaults,
  ...wholeFaults,
};

/** Names with a number, e.g. `stream-200`. */
const NUMBERED: readonly [RegExp, (...parts: string[]) => Behaviour][] = [
  [/^stream-(\d+)$/, (count) => answerPieces(Number(count))],
  [/^slow-(\d+)$/, (gapMs) => answerSlowly(Number(gapMs))],
  [
    /^error-(\d{3})(?:-after-(\d+))?(-quota|-final)?$/,
    (status, retryAfter, kind) => answerStatus(Number(status), retryAfter, kind),
  ],
  [/^flaky-(\d+)-(\d{3})$/, (failures, status) => answerStatusAtFirst(Number(failures), Number(status))],
];

/**
 * The fault that a model's name asks for where no chat is answered: of the connection, of the answer's form, or a status;
 * undefined once `flaky-…` and `reset-first` have failed often enough.
 */
export function faultOf(model: string, attempt: number): Behaviour | undefined {
  const [, failures] = /^flaky-(\d+)-\d{3}$/.exec(model) ?? [];
  if (attempt > Number(failures) || (model === 'reset-first' && attempt > 1)) return undefined;
  const isNamed = Object.hasOwn(connectionFaults, model) || Object.hasOwn(wholeFaults, model);
  return isNamed || /^(error|flaky)-/.test(model) ? behaviourOf(model) : undefined;
}

/** What a model does; a name that says nothing, such as `gpt-4o-mini`, echoes. */
export function behaviourOf(model: string): Behaviour {
  const named = Object.hasOwn(NAMED, model) ? NAMED[model] : undefined;
  if (named !== undefined) return named;
  for (const [pattern, make] of NUMBERED) {
    const match = pattern.exec(model);
    if (match !== null) return make(...match.slice(1));
  }
  return answerEcho;
}
