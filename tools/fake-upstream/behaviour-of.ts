import type { Behaviour } from './behaviour.ts';
import {
  answerAgent,
  answerEcho,
  answerJson,
  answerMirror,
  answerPieces,
  answerSlowly,
  answerToolCall,
} from './behaviours/answers.ts';
import { connectionFaults } from './behaviours/connection-faults.ts';
import { answerStatus, answerStatusAtFirst } from './behaviours/statuses.ts';
import { streamFaults } from './behaviours/stream-faults.ts';
import { wholeFaults } from './behaviours/whole-faults.ts';

const NAMED: Readonly<Record<string, Behaviour>> = {
  mirror: answerMirror,
  json: answerJson,
  agent: answerAgent,
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
