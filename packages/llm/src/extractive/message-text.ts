import type { ChatMessage } from '@groundwire/client';
import { messageContent, partText } from '../message-content.ts';

/** A message's text in any of the contract's three shapes; parts are joined by line breaks, parts without text left out. */
export function messageText(message: ChatMessage): string {
  const content = messageContent(message) ?? '';
  if (typeof content === 'string') return content;
  return content
    .map((part) => (part.type === 'text' ? partText(part) : ''))
    .filter((text) => text !== '')
    .join('\n');
}

/** The text of the last message that the user wrote; empty when there is none. */
export function questionText(messages: readonly ChatMessage[]): string {
  const last = messages.findLast(({ role }) => role === 'user');
  return last === undefined ? '' : messageText(last);
}
