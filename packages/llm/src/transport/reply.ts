import { isUtf8 } from 'node:buffer';
import type { Dispatcher } from 'undici';
import { LlmError } from '../llm-error.ts';
import type { VendorFailure } from '../types.ts';
import type { Patience } from './patience.ts';
import { readBytes } from './read-bytes.ts';
import { retryAfterMs } from './retry-after.ts';

export type Reply = Dispatcher.ResponseData;

const MAX_ANSWER_BYTES = 20 * 1024 * 1024;
const MAX_ERROR_BYTES = 64 * 1024;

/** Throws `LlmError` (`malformed`) when the reply does not say that it is of this type. */
export function expectType(reply: Reply, type: 'json' | 'event-stream', provider: string): void {
  const contentType = String(reply.headers['content-type'] ?? 'nothing').toLowerCase();
  if (contentType.split(';', 1)[0]?.includes(type)) return;
  throw new LlmError('malformed', `\`${provider}\` answered with another content type than was asked for.`, {
    provider,
  });
}

/** Throws `LlmError` (`malformed`) for an answer too large, not UTF-8 or not JSON. */
export async function readJson(reply: Reply, patience: Patience, provider: string): Promise<unknown> {
  const bytes = await readBytes(reply.body, MAX_ANSWER_BYTES, patience);
  if (bytes === undefined) {
    throw new LlmError('malformed', `\`${provider}\` sent an answer that is too large.`, { provider });
  }
  try {
    if (isUtf8(bytes)) return JSON.parse(bytes.toString());
  } catch {
    // V8's message quotes the text: it must not reach anybody.
  }
  throw new LlmError('malformed', `\`${provider}\` answered with broken JSON.`, { provider });
}

/** What is known of a reply that is no success. A body that is endless or cannot be read counts as empty. */
export async function readFailure(
  reply: Reply,
  patience: Patience,
): Promise<Pick<VendorFailure, 'status' | 'body' | 'retryAfterMs' | 'retryAllowed'>> {
  const body = await readBytes(reply.body, MAX_ERROR_BYTES, patience)
    .then((bytes) => bytes?.toString() ?? '')
    .catch(() => '')
    .finally(() => reply.body.destroy());
  return {
    status: reply.statusCode,
    body,
    retryAfterMs: retryAfterMs(reply.headers),
    // Heeded as a no only: what the catalogue never retries, a vendor's yes does not change.
    retryAllowed: reply.headers['x-should-retry'] !== 'false',
  };
}
