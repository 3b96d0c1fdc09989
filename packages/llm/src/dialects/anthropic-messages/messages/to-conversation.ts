import type { ContentBlockParam, ToolResultBlockParam } from '@anthropic-ai/sdk/resources/messages';
import type { ChatMessage } from '@groundwire/client';
import { functionsToToolMessages } from '../../openai-chat/messages/function-history.ts';
import type { Draft } from '../../openai-chat/request/draft.ts';
import { assistantBlocks } from './assistant-blocks.ts';
import { withLegalIds } from './legal-ids.ts';
import { placeOf, refuse } from './refuse.ts';
import { reportLosses } from './report-losses.ts';
import { toBlocks, toText } from './to-blocks.ts';

export interface Conversation {
  /** The texts of system and developer messages, in their order. */
  system: string[];
  /** Alternating, the user's first. */
  turns: { role: 'user' | 'assistant'; content: ContentBlockParam[] }[];
}

const OPENING = '(The conversation begins.)';
const SYSTEM_ROLES: readonly string[] = ['system', 'developer'];

/** Anthropic's turns from any of the three shapes. Throws `LlmError` naming the message that has no counterpart. */
export function toConversation(given: readonly ChatMessage[], draft: Draft): Conversation {
  const messages = withLegalIds(functionsToToolMessages(given), draft);
  reportLosses(messages, draft);
  const system: string[] = [];
  const turns: Conversation['turns'] = [];
  messages.forEach((message, index) => {
    const place = placeOf(index);
    if (SYSTEM_ROLES.includes(message.role)) return void system.push(toText(message, place));
    const role = message.role === 'assistant' ? 'assistant' : 'user';
    const content = role === 'assistant' ? assistantBlocks(message, place) : userBlocks(message, place);
    const last = turns.at(-1);
    if (last?.role === role) last.content.push(...content);
    else if (content.length > 0) turns.push({ role, content });
  });
  if (turns[0]?.role !== 'user') openWithUser(turns, draft);
  return {
    system: system.filter((text) => text !== ''),
    turns: turns.map(({ role, content }) => ({ role, content: role === 'user' ? resultsFirst(content) : content })),
  };
}

function userBlocks(message: ChatMessage, place: string): ContentBlockParam[] {
  if (message.role === 'user') return toBlocks(message, place);
  const { tool_call_id: id } = message;
  if (id === undefined) throw refuse(place, 'does not say which call it answers (`tool_call_id`)', 'invalid_request');
  const content = toBlocks(message, place);
  const result: ToolResultBlockParam = { type: 'tool_result', tool_use_id: id };
  return [content.length === 0 ? result : { ...result, content }];
}

/** The results of a turn must stand before everything else in it. */
function resultsFirst(content: readonly ContentBlockParam[]): ContentBlockParam[] {
  const isResult = ({ type }: ContentBlockParam): boolean => type === 'tool_result';
  return [...content.filter(isResult), ...content.filter((block) => !isResult(block))];
}

function openWithUser(turns: Conversation['turns'], draft: Draft): void {
  const reason = "The provider wants the user's turn first.";
  draft.report({ parameter: 'messages', action: 'defaulted', to: OPENING, reason, provider: draft.providerId });
  turns.unshift({ role: 'user', content: [{ type: 'text', text: OPENING }] });
}
