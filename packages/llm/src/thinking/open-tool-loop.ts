import type { ChatMessage } from '@groundwire/client';

/**
 * Where the tool loop begins that the conversation ends in: its first message of the assistant. The list's length when it
 * ends in none.
 */
export function openToolLoop(messages: readonly ChatMessage[]): number {
  const last = messages.findLastIndex(({ role }) => role === 'assistant');
  const hasResults = messages.slice(last + 1).some(({ role }) => role === 'tool' || role === 'function');
  if (last === -1 || !hasResults) return messages.length;
  const question = messages.findLastIndex(({ role }, index) => index < last && role === 'user');
  return messages.findIndex(({ role }, index) => index > question && role === 'assistant');
}
