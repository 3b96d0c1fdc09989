import type {
  AskYodaError,
  AskYodaFieldError,
  AskYodaNotFoundError,
  Attempt,
  Error as OpenAiErrorBody,
} from '@groundwire/client';
import type { Problem } from './problem.ts';

/** Where AskYoda's paths begin; everything else answers in OpenAI's error shape. */
const ASK_YODA_PATHS = '/v2/aiproducts/';

/** The error body of the path's family (openapi.yaml: `Error`, or `AskYoda…Error`). */
export function problemBody(
  problem: Problem,
  url: string,
): OpenAiErrorBody | AskYodaError | AskYodaFieldError | AskYodaNotFoundError {
  return url.startsWith(ASK_YODA_PATHS) ? askYodaBody(problem) : openAiBody(problem);
}

/** OpenAI's error object; also the last frame of a failed stream, in both families. */
export function openAiBody(problem: Problem): OpenAiErrorBody {
  const { message, code, param } = problem;
  return { error: { message, type: code, param, code, ...attemptsOf(problem) } };
}

function askYodaBody(problem: Problem): AskYodaError | AskYodaFieldError | AskYodaNotFoundError {
  const { code: type, message } = problem;
  const attempts = attemptsOf(problem);
  if (problem.status === 400) return { error: { type, message: messagesByField(problem), ...attempts } };
  if (type === 'not_found') return { details: 'Not Found' };
  if (problem.status === 404) return { details: 'Not Found', error: { type, message, ...attempts } };
  return { error: { type, message, ...attempts } };
}

function attemptsOf({ attempts }: Problem): { attempts?: Attempt[] } {
  return attempts === undefined ? {} : { attempts: [...attempts] };
}

/** Field paths and what is wrong with each; faults of the body as a whole stand under `body`. */
function messagesByField(problem: Problem): Record<string, string[]> {
  const faults = problem.faults.length > 0 ? problem.faults : [{ path: '', message: problem.message }];
  const byField = new Map<string, string[]>();
  for (const { path, message } of faults) {
    const field = path || 'body';
    byField.set(field, [...(byField.get(field) ?? []), message]);
  }
  return Object.fromEntries(byField);
}
