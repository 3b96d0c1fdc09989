import type { ServerResponse } from 'node:http';

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

interface ErrorDetails {
  type?: string;
  param?: string | null;
  code?: string | null;
  headers?: Record<string, string>;
}

/** An error in OpenAI's shape. The message holds a key, as careless vendors' do: it must reach nobody. */
export function sendError(response: ServerResponse, status: number, message: string, details: ErrorDetails = {}): void {
  const { type = 'invalid_request_error', param = null, code = null, headers = {} } = details;
  const error = { message: `${message} (key sk-secret-of-the-vendor)`, type, param, code };
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error }));
}

/** The head of an event stream, sent at once. */
export function startEvents(response: ServerResponse, contentType = 'text/event-stream; charset=utf-8'): void {
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-cache' }).flushHeaders();
}

/** Writes, and waits while the reader is slow; resolves at once when it has left. */
export async function write(response: ServerResponse, bytes: string | Uint8Array): Promise<void> {
  if (response.closed || response.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.once('drain', done).once('close', done);
  });
}

export function toEvent(data: unknown): string {
  return `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}
