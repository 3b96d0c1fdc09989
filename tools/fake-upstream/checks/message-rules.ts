import type { ChatBody } from '../chat-body.ts';
import { type Fault, fault, type Rule, unknownField } from './fault.ts';

type Message = ChatBody['messages'][number];

const FIELDS = new Set(['role', 'content', 'name', 'tool_calls', 'tool_call_id', 'function_call', 'refusal', 'audio']);
const PARTS: Readonly<Record<string, readonly string[]>> = {
  system: ['text'],
  developer: ['text'],
  user: ['text', 'image_url', 'input_audio', 'file'],
  assistant: ['text', 'refusal'],
  tool: ['text'],
  function: [],
};

/** The messages one by one, then how calls and results follow each other. */
export const MESSAGE_RULES: readonly Rule[] = [
  ({ messages }) => (Array.isArray(messages) && messages.length > 0 ? undefined : fault('empty array', 'messages')),
  ({ messages }) => firstOf(messages.map(messageFault)),
  ({ messages }) => firstOf(messages.map((message, index) => pairFault(message, index, messages))),
];

const firstOf = (faults: (Fault | undefined)[]): Fault | undefined => faults.find((found) => found !== undefined);

function messageFault(message: Message, index: number): Fault | undefined {
  const place = `messages[${index}]`;
  const { role } = message;
  const needed = role === 'tool' ? 'tool_call_id' : role === 'function' ? 'name' : 'role';
  return (
    (PARTS[role] === undefined ? fault('invalid role', `${place}.role`) : undefined) ??
    contentFault(message, `${place}.content`) ??
    (typeof message[needed] === 'string' ? undefined : fault('missing', `${place}.${needed}`)) ??
    callsFault(message.tool_calls, place) ??
    unknownField(Object.keys(message), FIELDS)
  );
}

function contentFault(message: Message, place: string): Fault | undefined {
  const { role, content, tool_calls: calls } = message;
  if (typeof content === 'string') return undefined;
  if (content == null) {
    const called = calls ?? message['function_call'];
    return role === 'function' || (role === 'assistant' && called !== undefined) ? undefined : fault('missing', place);
  }
  if (!Array.isArray(content)) return fault('invalid type', place);
  const parts = content as Record<string, unknown>[];
  if (parts.length === 0) return fault('empty array', place);
  return firstOf(parts.map((part, at) => partFault(part, PARTS[role] ?? [], `${place}[${at}]`)));
}

function partFault(part: Record<string, unknown>, types: readonly string[], place: string): Fault | undefined {
  const type = String(part['type']);
  if (!types.includes(type)) return fault(`invalid value: '${type}'`, place);
  if (type === 'text' && typeof part['text'] !== 'string') return fault('missing', `${place}.text`);
  if (type !== 'image_url') return undefined;
  const { url } = (part['image_url'] ?? {}) as { url?: unknown };
  return typeof url === 'string' && /^(https?:|data:image\/)/.test(url)
    ? undefined
    : fault('expected a valid URL', `${place}.image_url.url`);
}

function callsFault(calls: unknown, place: string): Fault | undefined {
  if (calls === undefined) return undefined;
  if (!Array.isArray(calls) || calls.length === 0) return fault('empty array', `${place}.tool_calls`);
  return firstOf(
    calls.map(({ id, type, function: called }: Record<string, unknown>, index) => {
      const { name, arguments: json } = (called ?? {}) as Record<string, unknown>;
      const isCall = typeof id === 'string' && type === 'function' && typeof name === 'string';
      if (isCall && typeof json === 'string') return undefined;
      return fault('missing required parameter', `${place}.tool_calls[${index}]`);
    }),
  );
}

/** Each call must be answered by the messages that follow it, and each result must follow its call. */
function pairFault(message: Message, index: number, messages: readonly Message[]): Fault | undefined {
  const caller = messages.slice(0, index).findLast(({ role }) => role !== 'tool');
  if (message.role === 'tool' && !idsOf(caller).includes(message['tool_call_id'])) {
    const text = "messages with role 'tool' must be a response to a preceeding message with 'tool_calls'";
    return fault(text, `messages.[${index}].role`);
  }
  const end = messages.findIndex(({ role }, at) => at > index && role !== 'tool');
  const results = messages.slice(index + 1, end === -1 ? undefined : end).map((result) => result['tool_call_id']);
  if (idsOf(message).every((id) => results.includes(id))) return undefined;
  const text =
    "an assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'";
  return fault(text, `messages.[${index}].role`);
}

function idsOf(message: Message | undefined): unknown[] {
  const calls = (message?.tool_calls ?? []) as { id?: unknown }[];
  return calls.map(({ id }) => id);
}
