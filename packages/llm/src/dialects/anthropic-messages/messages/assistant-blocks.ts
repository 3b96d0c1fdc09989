import type {
  ContentBlockParam,
  RedactedThinkingBlockParam,
  ThinkingBlockParam,
  ToolUseBlockParam,
} from '@anthropic-ai/sdk/resources/messages';
import type { ChatMessage } from '@groundwire/client';
import { isObject, parseJson } from '../../openai-chat/json.ts';
import { refuse } from './refuse.ts';
import { textBlocks, toBlocks } from './to-blocks.ts';

type ThinkingBlock = NonNullable<ChatMessage['thinking_blocks']>[number];
type ToolCall = NonNullable<ChatMessage['tool_calls']>[number];

/** An assistant's turn: thinking first, as it must be, then text, then the calls. */
export function assistantBlocks(message: ChatMessage, place: string): ContentBlockParam[] {
  const text = toBlocks(message, place);
  return [
    ...(message.thinking_blocks ?? []).map((block, index) => toThinking(block, `${place}.thinking_blocks[${index}]`)),
    ...(text.length > 0 ? text : textBlocks(message.refusal ?? '')),
    ...(message.tool_calls ?? []).map((call, index) => toToolUse(call, `${place}.tool_calls[${index}]`)),
  ];
}

/** Unchanged: its signature covers the text. */
function toThinking(block: ThinkingBlock, place: string): ThinkingBlockParam | RedactedThinkingBlockParam {
  const { type, thinking, signature, data } = block;
  if (type === 'redacted_thinking' && data !== undefined) return { type, data };
  if (type === 'thinking' && signature !== undefined) return { type, thinking: thinking ?? '', signature };
  throw refuse(place, 'lacks its `signature` or `data`', 'invalid_request');
}

function toToolUse({ id, function: called }: ToolCall, place: string): ToolUseBlockParam {
  if (called === undefined) throw refuse(place, 'is no function call', 'invalid_request');
  const input = called.arguments.trim() === '' ? {} : parseJson(called.arguments);
  if (isObject(input)) return { type: 'tool_use', id, name: called.name, input };
  throw refuse(`${place}.function.arguments`, 'is not a JSON object, which this provider needs', 'invalid_request');
}
