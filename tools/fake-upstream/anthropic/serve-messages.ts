import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { answererOf } from './answers/answerer-of.ts';
import { messagesFault } from './check-messages.ts';
import { signatureFault } from './check-thinking.ts';
import type { MessagesBody } from './messages-body.ts';
import { sendAnthropicError } from './send-error.ts';

const VERSION = '2026-10-21';

/** Answers `POST /messages` as Anthropic does: the model's name decides how (README.md). */
export function serveMessages(
  headers: IncomingHttpHeaders,
  body: MessagesBody,
  response: ServerResponse,
  attempt: number,
): Promise<void> | void {
  const refuse = (status: number, message: string): void => sendAnthropicError(response, status, message);
  if (headers['x-api-key'] === undefined) return refuse(401, 'x-api-key header is required');
  if (headers['anthropic-version'] === undefined) return refuse(400, 'anthropic-version: header is required');
  if (headers['anthropic-version'] !== VERSION) return refuse(400, `anthropic-version: only ${VERSION} is played here`);
  const fault = messagesFault(body) ?? signatureFault(body);
  if (fault !== undefined) return refuse(400, fault);
  if (body.stream !== true) return refuse(400, 'stream: only streams are played here');
  return answererOf(body.model)(body, response, attempt);
}
