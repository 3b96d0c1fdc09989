import type { ChatMessage } from '@groundwire/client';
import { messageText } from '@groundwire/llm';

/**
 * The caller's messages without those that the conversation holds already: clients send their whole history, or its latest
 * part, with every question. Only whole turns count, answers included, one after the other and unchanged; a question that is
 * asked twice stays. Opening system messages stay as well. Something is always left.
 */
export function withoutRepeats(turns: readonly ChatMessage[][], messages: readonly ChatMessage[]): ChatMessage[] {
  const start = messages.findIndex(({ role }) => role !== 'system' && role !== 'developer');
  if (start === -1 || messages.length - start < 2) return [...messages];
  const [opening, sent] = [messages.slice(0, start), messages.slice(start)];
  const keys = sent.map(keyOf);
  for (let first = 0; first < turns.length; first++) {
    const count = repeated(turns.slice(first), keys);
    if (count > 0) return [...opening, ...sent.slice(count)];
  }
  return [...messages];
}

/** How many messages of `keys` repeat the turns, as far as they repeat whole ones and leave one. */
function repeated(turns: readonly ChatMessage[][], keys: readonly string[]): number {
  let count = 0;
  for (const turn of turns) {
    const isSame = turn.every((message, index) => keyOf(message) === keys[count + index]);
    const isWhole = turn.at(-1)?.role === 'assistant';
    if (!isSame || !isWhole || count + turn.length >= keys.length) break;
    count += turn.length;
  }
  return count;
}

/** What a message says, in whichever of the contract's shapes; what clients leave out of an answer does not count. */
function keyOf(message: ChatMessage): string {
  const { role, content, message: alias, tool_call_id: id = null, tool_calls: calls } = message;
  const parts = [content, alias].find((field) => Array.isArray(field)) ?? [];
  const others = parts.filter(({ type }) => type !== 'text');
  const asked = (calls ?? []).map((call) => [call.id, call.function?.name, call.function?.arguments]);
  return JSON.stringify([role, messageText(message), others, id, asked]);
}
