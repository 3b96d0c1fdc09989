import type { ChatMessage } from '@groundwire/client';
import type { Draft } from '../../openai-chat/request/draft.ts';

const ILLEGAL = /[^a-zA-Z0-9_-]/g;

/** Ids of other vendors (`functions.get_weather:0`) are a 400 there. The same id always becomes the same one. */
export function withLegalIds(messages: readonly ChatMessage[], draft: Draft): ChatMessage[] {
  const renewed = new Map<string, string>();
  const legal = (id: string): string => {
    const letters = id.replace(ILLEGAL, (letter) => `_${letter.codePointAt(0)?.toString(16)}_`);
    if (letters !== id) renewed.set(id, letters);
    return letters;
  };
  const made = messages.map((message) => ({
    ...message,
    ...(message.tool_calls && { tool_calls: message.tool_calls.map((call) => ({ ...call, id: legal(call.id) })) }),
    ...(message.tool_call_id != null && { tool_call_id: legal(message.tool_call_id) }),
  }));
  if (renewed.size > 0) {
    const reason = 'The provider takes letters, digits, - and _ in it only.';
    const parameter = 'messages[].tool_calls[].id';
    const [from, to] = [[...renewed.keys()], [...renewed.values()]];
    draft.report({ parameter, action: 'translated', from, to, reason, provider: draft.providerId });
  }
  return made;
}
