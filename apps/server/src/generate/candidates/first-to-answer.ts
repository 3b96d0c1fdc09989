import type { Attempt } from '@groundwire/client';
import { LlmError, type StreamPart } from '@groundwire/llm';
import { Problem } from '../../http/problems/problem.ts';
import { toProblem } from '../../http/problems/to-problem.ts';
import type { Candidate, ReadyCandidate } from './candidate.ts';

/** Is told of every candidate that is asked. */
export interface AskingObserver {
  /** A rejection is the candidate's failure: it is not asked. */
  beforeAsking(candidate: Candidate): Promise<void>;
  failedToAnswer(candidate: Candidate, error: unknown): void;
}

/** An answer that has begun. */
export interface BegunAnswer {
  candidate: ReadyCandidate;
  /** From its first part on. */
  parts: AsyncIterable<StreamPart>;
  /** Who was asked, in order; the last one answered. */
  attempts: Attempt[];
}

/**
 * Asks one candidate after the other until the first part of an answer is there; from then on nobody else is asked.
 * Throws the last one's failure, which names all attempts when there were several candidates. A caller who left, and a
 * bug of ours, end it at once.
 */
export async function firstToAnswer(candidates: readonly Candidate[], observer: AskingObserver): Promise<BegunAnswer> {
  const attempts: Attempt[] = [];
  let failure: unknown;
  for (const candidate of candidates) {
    const startedAt = performance.now();
    const note = (problem: Problem | null): unknown => attempts.push(attemptOf(candidate, problem, startedAt));
    try {
      await observer.beforeAsking(candidate);
      const { ready, parts } = await begin(candidate);
      note(null);
      return { candidate: ready, parts, attempts };
    } catch (error) {
      failure = error;
      observer.failedToAnswer(candidate, error);
      note(toProblem(error));
      if (!mayAskAnother(error)) break;
    }
  }
  throw candidates.length === 1 ? failure : withAttempts(toProblem(failure), attempts);
}

async function begin(candidate: Candidate): Promise<{ ready: ReadyCandidate; parts: AsyncIterable<StreamPart> }> {
  if ('refusal' in candidate) throw candidate.refusal;
  const iterator = candidate.answer.parts[Symbol.asyncIterator]();
  const first = await iterator.next();
  return { ready: candidate, parts: first.done ? none() : resume(first.value, iterator) };
}

async function* none(): AsyncGenerator<StreamPart> {
  // A call that yields nothing at all ends like any other.
}

async function* resume(first: StreamPart, iterator: AsyncIterator<StreamPart>): AsyncGenerator<StreamPart> {
  try {
    yield first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

function mayAskAnother(error: unknown): boolean {
  return error instanceof LlmError ? error.kind !== 'cancelled' : error instanceof Problem;
}

function attemptOf(candidate: Candidate, problem: Problem | null, startedAt: number): Attempt {
  return {
    model: candidate.name,
    provider: 'refusal' in candidate ? candidate.provider : candidate.answer.provider,
    error: problem && { type: problem.code, message: problem.message, status: problem.status },
    duration_ms: Math.round(performance.now() - startedAt),
  };
}

function withAttempts(problem: Problem, attempts: readonly Attempt[]): Problem {
  const { code, message, param, faults, status, retryAfterMs, headers, cause } = problem;
  return new Problem(code, message, {
    ...(param === null ? {} : { param }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    faults,
    status,
    headers,
    cause,
    attempts,
  });
}
