import { createHash } from 'node:crypto';
import type { ChatMessage } from '@groundwire/client';
import { messageContent, partText, saysNothing } from '../message-content.ts';
import { openToolLoop } from './open-tool-loop.ts';
import type { ThinkingForm } from './thinking-form.ts';

/**
 * The assistant's messages that may lack their thinking, by their place in the history, each with the keys under which it may
 * have been kept. Of Claude's only those of an open tool loop: newer models refuse thinking after a prompt that is not the
 * same any more (platform.claude.com, preserved-thinking, 2026-11-26), and passages go before the last question only.
 */
export function missingThinking(messages: readonly ChatMessage[], form: ThinkingForm): Map<number, string[]> {
  const missing = new Map<number, string[]>();
  const first = form === 'thinking_blocks' ? openToolLoop(messages) : 0;
  messages.forEach((message, index) => {
    if (index < first || !mayLackThinking(message, form)) return;
    const calls = message.tool_calls ?? [];
    const isKeyless = calls.length === 0 && message.function_call != null;
    if (isKeyless) return;
    const keys = calls.map(({ id }) => callKey(id));
    missing.set(index, keys.length > 0 ? keys : [textKey(messages.slice(0, index), textOf(message))]);
  });
  return missing;
}

/** Of a text, any part may be missing. */
function mayLackThinking(message: ChatMessage, form: ThinkingForm): boolean {
  return form === 'reasoning_content' ? message.role === 'assistant' : lacksThinking(message, form);
}

/** Whether a message had better come with its thinking, and does not. */
export function lacksThinking(message: ChatMessage, form: ThinkingForm): boolean {
  if (message.role !== 'assistant') return false;
  if (form === 'reasoning_content') return message.reasoning_content == null;
  const calls: readonly Record<string, unknown>[] = message.tool_calls ?? [];
  if (calls.length === 0) return false;
  return form === 'thinking_blocks'
    ? saysNothing(message.thinking_blocks)
    : calls.every(({ extra_content: extra }) => extra == null);
}

/** The key of a message with tool calls: of the first one's id, as the caller sees it. */
export const callKey = (id: string): string => digest(['call', id]);

/** Marks of citations, which are taken out or rewritten on the way to the caller, and the space around them. */
const MARKS = /\[p?\d{1,3}(?:, ?p?\d{1,3}){0,8}\]|\s+/gi;

/** The key of a message without: what it says, and what the user had said before. */
export function textKey(before: readonly ChatMessage[], text: string): string {
  const question = before.findLast(({ role }) => role === 'user');
  return digest(['text', question === undefined ? '' : textOf(question), text.replaceAll(MARKS, '')]);
}

/** Of one length and alphabet, whatever it is made of. */
function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

function textOf(message: ChatMessage): string {
  const content = messageContent(message) ?? '';
  if (typeof content === 'string') return content;
  return content.map((part) => (part.type === 'text' ? partText(part) : '')).join('');
}
