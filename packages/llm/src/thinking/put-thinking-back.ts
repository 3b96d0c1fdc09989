import type { ChatMessage } from '@groundwire/client';
import type { KeptThinking, ThinkingForm } from './thinking-form.ts';
import { missingThinking } from './thinking-keys.ts';

/**
 * The history with the thinking that was found for it, unchanged. What the caller sent with its thinking stays as it is,
 * except for the end of a text whose whole is known: openai's `.stream()` keeps the last piece of it.
 */
export function putThinkingBack(
  messages: readonly ChatMessage[],
  form: ThinkingForm,
  found: ReadonlyMap<string, KeptThinking>,
): ChatMessage[] {
  const missing = missingThinking(messages, form);
  return messages.map((message, index) => {
    const kept = missing
      .get(index)
      ?.map((key) => found.get(key))
      .find((thinking) => thinking !== undefined);
    return kept === undefined || isWhole(message, kept) ? message : withThinking(message, kept);
  });
}

/** Whether the caller's own text is another one, or all of this one. */
function isWhole({ reasoning_content: given }: ChatMessage, { reasoning_content: whole }: KeptThinking): boolean {
  return given != null && whole !== undefined && (given === whole || !whole.endsWith(given));
}

function withThinking(message: ChatMessage, { extra_content: extra, ...fields }: KeptThinking): ChatMessage {
  if (extra === undefined) return { ...message, ...fields };
  const contents = new Map(extra);
  const calls = message.tool_calls?.map((call) =>
    contents.has(call.id) ? { ...call, extra_content: contents.get(call.id) } : call,
  );
  return { ...message, ...fields, ...(calls && { tool_calls: calls }) };
}
