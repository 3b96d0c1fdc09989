import { LlmError } from '@groundwire/llm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.ts';
import { problemBody } from './problem-body.ts';
import { toProblem } from './to-problem.ts';

/** nginx' word for a caller who has left. */
const CALLER_LEFT = 499;

/**
 * Answers a request that failed: status, headers and the body of the path's family. What was given up because its caller
 * has left is no failure, and nobody hears the answer.
 */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (reply.raw.destroyed && isGivenUp(error)) return leave(request, reply);
  const problem = toProblem(error);
  if (problem.status >= 500) {
    request.log.error({ err: problem.cause ?? problem, code: problem.code }, 'request failed');
  }
  void reply
    .status(problem.status)
    .headers({ 'x-request-id': request.id, ...problemHeaders(problem) })
    .send(problemBody(problem, request.url));
}

/** Fastify's hook that logs a request is not called for a connection that is gone. */
function leave({ log, method, routeOptions }: FastifyRequest, reply: FastifyReply): void {
  const durationMs = Math.round(reply.elapsedTime);
  log.info({ method, route: routeOptions.url, status: CALLER_LEFT, durationMs }, 'request');
  void reply.status(CALLER_LEFT).send();
}

function isGivenUp(error: unknown): boolean {
  return error instanceof LlmError ? error.kind === 'cancelled' : error instanceof Error && error.name === 'AbortError';
}

function problemHeaders(problem: Problem): Record<string, string> {
  const headers: Record<string, string> = { ...problem.headers };
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer';
  if (problem.code === 'server_shutting_down') headers.connection = 'close';
  if (problem.retryAfterMs !== undefined) headers['retry-after'] = String(Math.ceil(problem.retryAfterMs / 1000));
  // Our own retries are spent by then; the OpenAI SDKs would add theirs on top.
  if (problem.code.startsWith('upstream_')) headers['x-should-retry'] = 'false';
  return headers;
}
