import type { ChatMessage, RequestContent } from '@groundwire/client';
import { messageText } from '@groundwire/llm';

/** UTF-16 code units, for all messages together and for the answer. */
const MAX_LENGTH = 64_000;

/** What was said, made small enough: of too long a chat its last messages, of too long a text its beginning. */
export function keepContent(messages: readonly ChatMessage[], answer: ChatMessage | undefined): RequestContent {
  let room = MAX_LENGTH;
  let truncated = false;
  const kept: RequestContent['messages'] = [];
  for (const message of messages.toReversed()) {
    const text = messageText(message);
    if (text.length > room) truncated = true;
    if (room > 0) kept.unshift({ role: message.role, text: text.slice(0, room) });
    room -= Math.min(room, text.length);
  }
  const said = answer === undefined ? null : messageText(answer) || null;
  return {
    messages: kept,
    answer: said?.slice(0, MAX_LENGTH) ?? null,
    truncated: truncated || kept.length < messages.length || (said?.length ?? 0) > MAX_LENGTH,
  };
}
