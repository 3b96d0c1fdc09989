import type { ChatMessage, Usage } from '@groundwire/client';
import { AS_TEXT, countTokens, loadTokenizer } from '../tokens/count-tokens.ts';
import { messageText } from './message-text.ts';

/** What OpenAI's chat format adds (cookbook.openai.com, "How to count tokens with tiktoken", read 2026-11-22). */
const TOKENS_PER_MESSAGE = 3;
const TOKENS_OF_REPLY_START = 3;

/** The first tokens of a text, without the half of a character that the border may have torn. */
export async function firstTokens(text: string, count: number): Promise<string> {
  const { encode, decode } = await loadTokenizer('o200k_base');
  // No token is longer than 128 characters.
  const tokens = encode(text.slice(0, count * 128), AS_TEXT);
  return withoutTornEnd(decode(tokens.slice(0, count)));
}

function withoutTornEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\uFFFD') end--;
  return text.slice(0, end);
}

/** Usage of a call as OpenAI would count it. */
export async function countUsage(messages: readonly ChatMessage[], answer: string): Promise<Usage> {
  let promptTokens = TOKENS_OF_REPLY_START;
  for (const message of messages) {
    promptTokens += TOKENS_PER_MESSAGE + (await countTokens(message.role)) + (await countTokens(messageText(message)));
  }
  const completionTokens = await countTokens(answer);
  return {
    prompt_tokens: promptTokens,
    completion_tokens: completionTokens,
    total_tokens: promptTokens + completionTokens,
  };
}
