// Hot path: every part of every answer passes here.
import type { ProblemCode, Usage } from '@groundwire/client';
import {
  type CompletionChunk,
  countPrompt,
  LlmError,
  type StreamPart,
  tokenCounterOf,
  UsageSoFar,
} from '@groundwire/llm';
import { toProblem } from '../../http/problems/to-problem.ts';
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
  /** Why it did not, when that was not because the caller left. */
  failure: ProblemCode | null;
  /** Why the first choice ended; null when it did not. */
  finishReason: string | null;
  /** From the request's arrival to the first token of a stream. */
  firstTokenMs: number | null;
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
  let failure: ProblemCode | null = null;
  let finishReason: string | null = null;
  let firstTokenMs: number | null = null;
  try {
    for await (const part of parts) {
      used.add(part);
      const object = part.type === 'chunk' ? part.chunk : part.completion;
      model = object.model;
      finishReason = reasonIn(object.choices) ?? finishReason;
      if (firstTokenMs === null && part.type === 'chunk' && saysSomething(part.chunk)) firstTokenMs = since(startedAt);
      if ('service_tier' in object) serviceTier = object.service_tier;
      watch?.(part);
      // Whoever collects a whole answer asks for nothing after it.
      if (part.type === 'completion') complete = true;
      yield part;
    }
    complete = true;
  } catch (error) {
    failure = failureOf(error);
    throw error;
  } finally {
    const durationMs = since(startedAt);
    const { usage, estimated } = (await used.result()) ?? { usage: null, estimated: false };
    const counted = { usage, estimated, cost: costOf(usage, serviceTier) };
    keep({ provider, model, ...counted, complete, failure, finishReason, firstTokenMs, durationMs });
  }
}

function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}

function reasonIn(choices: readonly { index: number; finish_reason: string | null }[]): string | null | undefined {
  return choices.find(({ index }) => index === 0)?.finish_reason;
}

/** Many streams begin with a chunk that only says who speaks. */
function saysSomething({ choices }: CompletionChunk): boolean {
  return choices.some(({ delta }) =>
    Boolean(delta.content || delta.reasoning_content || delta.refusal || delta.tool_calls),
  );
}

function failureOf(error: unknown): ProblemCode | null {
  return error instanceof LlmError && error.kind === 'cancelled' ? null : toProblem(error).code;
}
