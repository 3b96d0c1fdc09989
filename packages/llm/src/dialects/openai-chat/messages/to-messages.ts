import type { ChatMessage } from '@groundwire/client';
import { messageContent } from '../../../message-content.ts';
import { toContent } from './to-content.ts';
import type { Draft } from '../request/draft.ts';
import { functionsToToolMessages } from './function-history.ts';

export type WireMessage = Record<string, unknown> & { role: string };

const FIELDS: ReadonlySet<string> = new Set<keyof ChatMessage>([
  'role',
  'content',
  'name',
  'tool_calls',
  'tool_call_id',
  'refusal',
  'reasoning_content',
]);

/**
 * OpenAI's messages from any of the three shapes. Fields that the provider's contract does not have are left out, as
 * Mistral answers 422 and Groq 400 to what SDKs send back from earlier answers (`annotations`, `name`).
 */
export function toMessages(messages: readonly ChatMessage[], draft: Draft): WireMessage[] {
  const { omitMessageFields = [] } = draft.provider;
  const refused: ReadonlySet<string> = new Set(omitMessageFields);
  const dropped = new Set<string>();
  const wireMessages = functionsToToolMessages(messages).map((message) => toMessage(message, refused, dropped));
  for (const field of dropped) {
    const because = refused.has(field) ? draft.providerId : null;
    const reason =
      because === null ? 'The message has no such field.' : 'The provider does not take this message field.';
    draft.report({ parameter: `messages[].${field}`, action: 'dropped', reason, provider: because });
  }
  return wireMessages;
}

function toMessage(message: ChatMessage, refused: ReadonlySet<string>, dropped: Set<string>): WireMessage {
  const { role, content: _content, message: prose, ...rest } = message;
  const wireMessage: WireMessage = {
    // Every model takes `system`; `developer` is its newer name at OpenAI only (wire.md 2).
    role: role === 'developer' ? 'system' : role,
    content: toContent(messageContent(message), dropped),
  };
  if (prose != null && messageContent(message) !== prose) dropped.add('message');
  for (const [field, value] of Object.entries(rest)) {
    if (isEmpty(value)) continue;
    if (!FIELDS.has(field) || refused.has(field)) dropped.add(field);
    else wireMessage[field] = field === 'tool_calls' ? message.tool_calls?.map(toToolCall) : value;
  }
  return wireMessage;
}

function toToolCall({ id, function: called }: NonNullable<ChatMessage['tool_calls']>[number]): object {
  return { id, type: 'function', function: called && { name: called.name, arguments: called.arguments } };
}

// SDKs send answers back with `refusal: null`, `tool_calls: null`, `annotations: []`: nothing is lost with them.
function isEmpty(value: unknown): boolean {
  return value == null || (Array.isArray(value) && value.length === 0);
}
