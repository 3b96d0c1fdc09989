import type { ChatMessage } from '@groundwire/client';
import { messageText } from '../extractive/message-text.ts';
import { messageImages } from '../message-content.ts';
import type { CallParameters } from '../types.ts';
import type { TokenCounter } from './token-counter.ts';

/** What of a call takes room in the model's window. */
export interface Prompt {
  messages: readonly ChatMessage[];
  /** Its tools, functions and output format are prompt too. */
  parameters?: Pick<CallParameters, 'tools' | 'functions' | 'response_format'>;
}

/** Role and separators. */
const TOKENS_PER_MESSAGE = 5;
const TOKENS_OF_REPLY_START = 3;
/** An allowance: what a large image costs at Anthropic (platform.claude.com, vision, read 2026-11-26); others count otherwise. */
const TOKENS_PER_IMAGE = 1_600;

/** At most so many tokens, found without counting; images at an allowance. */
export function promptAtMost(prompt: Prompt, counter: TokenCounter): number {
  return textsOf(prompt).reduce((sum, text) => sum + counter.atMost(text), overhead(prompt));
}

/** Longer prompts are estimated: counting random letters takes 4 s for a million. */
const MOST_CHARACTERS_TO_COUNT = 2_000_000;

/** The tokens of a prompt, as the counter counts; what the chat format adds, and images, at an allowance. */
export async function countPrompt(prompt: Prompt, counter: TokenCounter): Promise<number> {
  const texts = textsOf(prompt);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  let tokens = overhead(prompt);
  for (const text of texts) {
    tokens += length > MOST_CHARACTERS_TO_COUNT ? counter.estimate(text) : await counter.count(text);
  }
  return tokens;
}

function overhead({ messages }: Prompt): number {
  const images = messages.reduce((count, message) => count + messageImages(message).length, 0);
  return TOKENS_OF_REPLY_START + messages.length * TOKENS_PER_MESSAGE + images * TOKENS_PER_IMAGE;
}

function textsOf({ messages, parameters = {} }: Prompt): string[] {
  const { tools, functions, response_format } = parameters;
  const definitions = [tools, functions, response_format].filter((value) => value !== undefined);
  return [...messages.flatMap(textsOfMessage), ...definitions.map((definition) => JSON.stringify(definition))];
}

function textsOfMessage(message: ChatMessage): string[] {
  const { name, tool_calls, function_call, reasoning_content, thinking_blocks } = message;
  const others = [name, reasoning_content].filter((text) => typeof text === 'string');
  const objects = [tool_calls, function_call, thinking_blocks].filter((value) => value != null);
  return [messageText(message), ...others, ...objects.map((object) => JSON.stringify(object))];
}
