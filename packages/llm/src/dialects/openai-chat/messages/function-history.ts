import type { ChatMessage } from '@groundwire/client';

/**
 * Earlier turns in the older `function_call` form, written as tool calls: most vendors never knew the older form. The
 * ids are ours, nine alphanumerics because Mistral takes no others (error 3280).
 */
export function functionsToToolMessages(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  if (!messages.some(({ role, function_call }) => role === 'function' || function_call != null)) return messages;
  const lastIdByName = new Map<string, string>();
  return messages.map((message, index): ChatMessage => {
    const { function_call: called, ...rest } = message;
    if (called != null && message.tool_calls == null) {
      const id = `call${String(index).padStart(5, '0')}`;
      lastIdByName.set(called.name, id);
      return { ...rest, tool_calls: [{ id, type: 'function', function: called }] };
    }
    const id = message.role === 'function' ? lastIdByName.get(message.name ?? '') : undefined;
    return id === undefined ? rest : { ...rest, role: 'tool', tool_call_id: id };
  });
}
