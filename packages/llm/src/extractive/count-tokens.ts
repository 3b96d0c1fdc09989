import { setImmediate } from 'node:timers/promises';
import type { ChatMessage, Usage } from '@groundwire/client';
import type * as o200kBase from 'gpt-tokenizer/encoding/o200k_base';
import { messageText } from './message-text.ts';

/** What OpenAI's chat format adds (cookbook.openai.com, "How to count tokens with tiktoken", read 2026-11-22). */
const TOKENS_PER_MESSAGE = 3;
const TOKENS_OF_REPLY_START = 3;

/** Text is counted in pieces of this length, with a turn for other requests after each. */
const PIECE_LENGTH = 50_000;
/** Counting a run without a break takes the square of its length: texts with long ones are counted in short pieces. */
const LONG_RUN = /\S{1000}|\s{1000}/;
const SHORT_PIECE_LENGTH = 250;

/** Text that looks like a special token is counted as the text it is; by default the tokenizer would throw. */
const AS_TEXT = { disallowedSpecial: new Set<string>() };

/** Tokens of a text in OpenAI's `o200k_base`. */
export async function countTokens(text: string): Promise<number> {
  const { encode } = await tokenizer();
  const pieceLength = LONG_RUN.test(text) ? SHORT_PIECE_LENGTH : PIECE_LENGTH;
  let count = 0;
  for (let start = 0; start < text.length; start += pieceLength) {
    if (start > 0 && start % PIECE_LENGTH === 0) await setImmediate();
    count += encode(text.slice(start, start + pieceLength), AS_TEXT).length;
  }
  return count;
}

/** The first tokens of a text, without the half of a character that the border may have torn. */
export async function firstTokens(text: string, count: number): Promise<string> {
  const { encode, decode } = await tokenizer();
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

/** Loading the table of tokens takes 200 ms and 60 MB: only who uses it pays. */
function tokenizer(): Promise<typeof o200kBase> {
  return import('gpt-tokenizer/encoding/o200k_base');
}
