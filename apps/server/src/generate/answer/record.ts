// Hot path: every part of every answer passes here.
import type { Usage } from '@groundwire/client';
import type { StreamPart } from '@groundwire/llm';
import type { BegunAnswer } from '../candidates/first-to-answer.ts';

/** What is written down of an answer: never its text. */
export interface AnswerRecord {
  provider: string;
  /** As the provider names it; null when it never answered. */
  model: string | null;
  usage: Usage | null;
  /** Whether the last part came; false when the caller left or the provider failed. */
  complete: boolean;
  /** From the request's arrival to its last part. */
  durationMs: number;
}

/** Hands each part through and keeps a record once the last one has passed; `startedAt` is of `performance.now()`. */
export async function* record(
  { candidate, parts }: BegunAnswer,
  startedAt: number,
  keep: (record: AnswerRecord) => void,
): AsyncGenerator<StreamPart> {
  const { watch } = candidate;
  const { provider } = candidate.answer;
  let model: string | null = null;
  let usage: Usage | null = null;
  let complete = false;
  try {
    for await (const part of parts) {
      const object = part.type === 'chunk' ? part.chunk : part.completion;
      model = object.model;
      usage = object.usage ?? usage;
      watch?.(part);
      yield part;
    }
    complete = true;
  } finally {
    keep({ provider, model, usage, complete, durationMs: Math.round(performance.now() - startedAt) });
  }
}
