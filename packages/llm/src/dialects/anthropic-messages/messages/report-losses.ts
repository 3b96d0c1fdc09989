import type { ChatMessage } from '@groundwire/client';
import { messageContent, messageImages, saysNothing } from '../../../message-content.ts';
import type { Draft } from '../../openai-chat/request/draft.ts';

/** The fields of each role that are sent, in one form or another. */
const COMMON: readonly string[] = ['role', 'content', 'message'];
const SENT: Readonly<Record<ChatMessage['role'], readonly string[]>> = {
  system: COMMON,
  developer: COMMON,
  user: COMMON,
  assistant: [...COMMON, 'tool_calls', 'thinking_blocks', 'refusal'],
  tool: [...COMMON, 'tool_call_id'],
  function: COMMON,
};

/** Reports once for each kind what of the messages has no place on this wire. */
export function reportLosses(messages: readonly ChatMessage[], draft: Draft): void {
  const { providerId: provider } = draft;
  const lost = new Set(messages.flatMap(lostFields));
  for (const field of lost) {
    const reason = 'The provider has no such message field.';
    draft.report({ parameter: `messages[].${field}`, action: 'dropped', reason, provider });
  }
  const isSystem = messages.map(({ role }) => role === 'system' || role === 'developer');
  if (isSystem.lastIndexOf(true) <= isSystem.indexOf(false) || !isSystem.includes(false)) return;
  const reason = 'The provider takes system messages before the conversation only; later ones were moved there.';
  draft.report({ parameter: 'messages', action: 'translated', reason, provider });
}

function lostFields(message: ChatMessage): string[] {
  const fields = Object.entries(message).filter(([, value]) => !saysNothing(value));
  // Signed thinking holds the same text.
  const isThought = (field: string): boolean => field === 'reasoning_content' && message.thinking_blocks != null;
  const lost = fields
    .map(([field]) => field)
    .filter((field) => !SENT[message.role].includes(field) && !isThought(field));
  const both = message.message != null && messageContent(message) !== message.message ? ['message'] : [];
  const details = messageImages(message).some((image) => typeof image === 'object' && image.detail !== undefined);
  return [...lost, ...both, ...(details ? ['content[].image_url.detail'] : [])];
}
