import type { ChatMessage } from '@groundwire/client';
import { messageContent, saysNothing } from '../../../message-content.ts';
import type { Draft } from '../request/draft.ts';
import { functionsToToolMessages } from './function-history.ts';
import { refuseImages } from './refuse-images.ts';
import { toContent } from './to-content.ts';
import { toToolCall, toToolCallId } from './tool-calls.ts';
import type { WireMessage } from './wire-message.ts';

const OPTIONAL: readonly string[] = ['name', 'refusal', 'reasoning_content'] satisfies (keyof ChatMessage)[];

/** What a message lost, or had to change: collected, so that each is reported once. */
interface Changes {
  dropped: Set<string>;
  renewedIds: Map<string, string>;
}

/**
 * OpenAI's messages from any of the three shapes. Fields that the provider's contract does not have are left out, as
 * Mistral answers 422 and Groq 400 to what SDKs send back from earlier answers (`annotations`, `name`).
 */
export function toMessages(messages: readonly ChatMessage[], draft: Draft): WireMessage[] {
  refuseImages(messages, draft);
  const changes: Changes = { dropped: new Set(), renewedIds: new Map() };
  const wireMessages = functionsToToolMessages(messages).map((message) => toMessage(message, draft, changes));
  reportDropped(draft, changes.dropped);
  reportRenewedIds(draft, changes.renewedIds);
  if (messages.some(({ role }) => role === 'developer') && !draft.policy.takesDeveloper) reportRole(draft);
  return wireMessages;
}

function toMessage(message: ChatMessage, { policy }: Draft, { dropped, renewedIds }: Changes): WireMessage {
  const { role, content: _content, message: prose, tool_calls: calls, tool_call_id: id, ...rest } = message;
  const optional = policy.messageFields ?? OPTIONAL;
  const wireMessage: WireMessage = {
    role: role === 'developer' && !policy.takesDeveloper ? 'system' : role,
    content: toContent(messageContent(message), dropped),
  };
  if (prose != null && messageContent(message) !== prose) dropped.add('message');
  if (calls?.length) wireMessage['tool_calls'] = calls.map((call) => toToolCall(call, policy, dropped, renewedIds));
  if (id != null) wireMessage['tool_call_id'] = toToolCallId(id, policy, renewedIds);
  for (const [field, value] of Object.entries(rest)) {
    if (saysNothing(value)) continue;
    if (optional.includes(field) || optional.includes(`${role}.${field}`)) wireMessage[field] = value;
    else dropped.add(field);
  }
  return wireMessage;
}

function reportDropped(draft: Draft, dropped: ReadonlySet<string>): void {
  for (const field of dropped) {
    const isOurs = OPTIONAL.includes(field);
    const reason = isOurs ? 'The provider does not take this message field.' : 'The message has no such field.';
    const provider = isOurs ? draft.providerId : null;
    draft.report({ parameter: `messages[].${field}`, action: 'dropped', reason, provider });
  }
}

function reportRenewedIds(draft: Draft, renewedIds: ReadonlyMap<string, string>): void {
  if (renewedIds.size === 0) return;
  const reason = 'The provider takes ids of nine letters or digits only.';
  const [from, to] = [[...renewedIds.keys()], [...renewedIds.values()]];
  const provider = draft.providerId;
  draft.report({ parameter: 'messages[].tool_calls[].id', action: 'translated', from, to, reason, provider });
}

function reportRole(draft: Draft): void {
  const reason = 'The older name of the same role.';
  const [from, to] = ['developer', 'system'];
  draft.report({ parameter: 'messages[].role', action: 'translated', from, to, reason, provider: draft.providerId });
}
