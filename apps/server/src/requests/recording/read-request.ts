import { cleanText, MAX_TEXT_LENGTH } from './clean-text.ts';
import type { NewRequest } from '../request-row.ts';

const MAX_METADATA_KEYS = 64;
const MAX_KEY_LENGTH = 64;
const MAX_VALUE_LENGTH = 512;

/** What of a request's body is recorded: labels, never what is said. */
export type RequestLabels = Pick<NewRequest, 'model' | 'stream' | 'user' | 'metadata' | 'conversationId'>;

/** Reads the labels of a body that may not have been checked: what is not as it should be counts as not there. */
export function readRequest(body: unknown): RequestLabels {
  const { model, stream, user, metadata, conversation_id: conversationId } = objectOf(body);
  return {
    model: textOf(model, MAX_TEXT_LENGTH),
    stream: stream === true,
    user: textOf(user, MAX_TEXT_LENGTH),
    metadata: metadataOf(metadata),
    conversationId: isUuid(conversationId) ? conversationId : null,
  };
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value);
}

/** Of a list of pairs or of a map. */
function metadataOf(metadata: unknown): Record<string, string> {
  const pairs: (readonly [unknown, unknown])[] = Array.isArray(metadata)
    ? metadata.map(objectOf).map(({ key, value }) => [key, value])
    : Object.entries(objectOf(metadata));
  const kept = pairs.slice(0, MAX_METADATA_KEYS).flatMap(([key, value]) => {
    const [name, text] = [textOf(key, MAX_KEY_LENGTH), textOf(value, MAX_VALUE_LENGTH)];
    return name === null || text === null ? [] : [[name, text] as const];
  });
  return Object.fromEntries(kept);
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown, maxLength: number): string | null {
  return typeof value === 'string' && value !== '' ? cleanText(value, maxLength) : null;
}
