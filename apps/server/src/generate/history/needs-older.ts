import type { ChatMessage } from '@groundwire/client';
import type { PastTurn } from '../../conversations/conversation.ts';
import { said } from './join-history.ts';
import { withoutRepeats } from './without-repeats.ts';

/**
 * Whether turns before these may belong to them or to the caller's messages, however long ago they were: tool results whose
 * call is not among them, and a history that the caller sends again.
 */
export function needsOlder(turns: readonly PastTurn[], messages: readonly ChatMessage[]): boolean {
  const past = turns.map(said);
  return hasUnknownResult([...past.flat(), ...messages]) || repeatsUnknownTurns(past, messages);
}

function hasUnknownResult(messages: readonly ChatMessage[]): boolean {
  const calls = new Set(messages.flatMap(({ tool_calls }) => tool_calls?.map(({ id }) => id) ?? []));
  return messages.some(({ role, tool_call_id: id }) => role === 'tool' && id !== undefined && !calls.has(id));
}

/** An answer among what is new to the conversation. */
function repeatsUnknownTurns(past: readonly ChatMessage[][], messages: readonly ChatMessage[]): boolean {
  if (!messages.some(({ role }) => role === 'assistant')) return false;
  return withoutRepeats(past, messages).some(({ role }) => role === 'assistant');
}
