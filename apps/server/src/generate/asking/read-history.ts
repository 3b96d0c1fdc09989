import type { ChatMessage } from '@groundwire/client';
import { Problem } from '../../http/problems/problem.ts';

type Item = Readonly<Record<string, unknown>>;

const ROLES: Readonly<Record<string, 'user' | 'assistant' | 'system'>> = {
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  bot: 'assistant',
  system: 'system',
};

/** The messages of a chat in either of AskYoda's forms: turns, or messages. Throws a Problem (400) that names the item. */
export function readHistory(history: readonly Item[]): ChatMessage[] {
  return history.flatMap((item, index) => {
    const messages = 'role' in item ? message(item) : turn(item);
    if (messages.length > 0) return messages;
    const param = `history.${index}`;
    const detail = `${param} must be {user, assistant} or {role, content}, with texts.`;
    throw new Problem('invalid_request_error', detail, { param });
  });
}

function message(item: Item): ChatMessage[] {
  const role = typeof item.role === 'string' ? ROLES[item.role.toLowerCase()] : undefined;
  const content = text(item, 'content') ?? text(item, 'message');
  return role === undefined || content === undefined ? [] : [{ role, content }];
}

function turn(item: Item): ChatMessage[] {
  const user = text(item, 'user') ?? text(item, 'user_text');
  const assistant = text(item, 'assistant') ?? text(item, 'assistant_text');
  return [
    ...(user === undefined ? [] : [{ role: 'user' as const, content: user }]),
    ...(assistant === undefined ? [] : [{ role: 'assistant' as const, content: assistant }]),
  ];
}

function text(item: Item, name: string): string | undefined {
  const value = item[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
