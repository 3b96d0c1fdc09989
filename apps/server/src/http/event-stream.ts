// Hot path: every byte of a streamed answer passes here.
import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import { openAiBody } from './problems/problem-body.ts';
import { toProblem } from './problems/to-problem.ts';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache',
  'x-accel-buffering': 'no',
};
const DONE = Buffer.from('data: [DONE]\n\n');

/** One event as it goes over the wire. */
export function frameOf(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

/**
 * Sends frames as server-sent events. Headers wait for the first frame, so a failure before it is an ordinary HTTP
 * error (it is thrown); a failure after it becomes one error frame without `[DONE]`. Slow readers hold the source back.
 */
export async function sendEventStream(
  reply: FastifyReply,
  frames: AsyncIterable<string | Uint8Array>,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const iterator = frames[Symbol.asyncIterator]();
  let next = await iterator.next();
  reply.hijack();
  const response = reply.raw;
  response.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...HEADERS, ...headers });
  try {
    for (; next.done !== true && !response.destroyed; next = await iterator.next()) {
      if (!response.write(next.value)) await drained(response);
    }
    if (next.done === true) response.write(DONE);
  } catch (error) {
    reply.log.warn({ err: error }, 'stream failed');
    if (!response.destroyed) response.write(frameOf(openAiBody(toProblem(error))));
  } finally {
    await iterator.return?.();
    response.end();
  }
}

/** Resolves when the reader has caught up or is gone. */
async function drained(response: NodeJS.WritableStream): Promise<void> {
  const settled = new AbortController();
  await Promise.race([once(response, 'drain', settled), once(response, 'close', settled)]).finally(() =>
    settled.abort(),
  );
}
