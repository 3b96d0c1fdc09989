import type { ChatMessage, ContentPart } from '@groundwire/client';
import { messageContent } from '../message-content.ts';

/** A message's text in any of the contract's three shapes; parts are joined by line breaks, parts without text left out. */
export function messageText(message: ChatMessage): string {
  const content = messageContent(message) ?? '';
  if (typeof content === 'string') return content;
  return content
    .map(partText)
    .filter((text) => text !== '')
    .join('\n');
}

/** The text of the last message that the user wrote; empty when there is none. */
export function questionText(messages: readonly ChatMessage[]): string {
  const last = messages.findLast(({ role }) => role === 'user');
  return last === undefined ? '' : messageText(last);
}

function partText(part: ContentPart): string {
  if (part.type !== 'text') return '';
  if (part.text !== undefined) return part.text;
  return typeof part.content === 'string' ? part.content : (part.content?.text ?? '');
}
