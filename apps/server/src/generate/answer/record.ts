// Hot path: every part of every answer passes here.
import type { Usage } from '@groundwire/client';
import { countPrompt, type StreamPart, tokenCounterOf, UsageSoFar } from '@groundwire/llm';
import type { BegunAnswer } from '../candidates/first-to-answer.ts';
import type { CostOf } from './cost-of-call.ts';

/** What is written down of an answer: never its text. */
export interface AnswerRecord {
  provider: string;
  /** As the provider names it; null when it never answered. */
  model: string | null;
  usage: Usage | null;
  /** The answer ended before its provider had counted: `usage` is an estimate, and so is `cost`. */
  estimated: boolean;
  /** US dollars; null when not known. */
  cost: number | null;
  /** Whether the last part came; false when the caller left or the provider failed. */
  complete: boolean;
  /** From the request's arrival to its last part. */
  durationMs: number;
}

/** Hands each part through and keeps a record once the last one has passed; `startedAt` is of `performance.now()`. */
export async function* record(
  { candidate, parts }: BegunAnswer,
  startedAt: number,
  costOf: CostOf,
  keep: (record: AnswerRecord) => void,
): AsyncGenerator<StreamPart> {
  const { answer, messages, watch } = candidate;
  const { provider } = answer;
  const used = new UsageSoFar(() => countPrompt({ messages }, tokenCounterOf(provider, answer.model)));
  let model: string | null = null;
  let serviceTier: string | null | undefined;
  let complete = false;
  try {
    for await (const part of parts) {
      used.add(part);
      const object = part.type === 'chunk' ? part.chunk : part.completion;
      model = object.model;
      if ('service_tier' in object) serviceTier = object.service_tier;
      watch?.(part);
      // Whoever collects a whole answer asks for nothing after it.
      if (part.type === 'completion') complete = true;
      yield part;
    }
    complete = true;
  } finally {
    const durationMs = Math.round(performance.now() - startedAt);
    const { usage, estimated } = (await used.result()) ?? { usage: null, estimated: false };
    keep({ provider, model, usage, estimated, cost: costOf(usage, serviceTier), complete, durationMs });
  }
}
