import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { Problem } from './problem.ts';
import { openAiBody } from './problem-body.ts';

/** Answers what Node could not read as a request. Its path is unknown, so the body is OpenAI's error object. */
export function refuseConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code !== 'ECONNRESET' && socket.writable) socket.write(responseTo(problemOf(error.code)));
  socket.destroy();
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem('request_timeout');
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Problem('request_too_large', 'The headers are larger than 16 KiB.', { status: 431 });
  }
  return new Problem('invalid_request_error', 'This is not a valid HTTP request.');
}

function responseTo(problem: Problem): string {
  const body = JSON.stringify(openAiBody(problem));
  return [
    // The reason phrase may be empty (RFC 9112, 4).
    `HTTP/1.1 ${problem.status} `,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${randomUUID()}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
