import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import type { PastTurn } from '../../conversations/conversation.ts';
import { needsOlder } from './needs-older.ts';

const user = (content: string): ChatMessage => ({ role: 'user', content });
const says = (content: string): ChatMessage => ({ role: 'assistant', content });
const calls = (id: string): ChatMessage => ({
  role: 'assistant',
  content: null,
  tool_calls: [{ id, type: 'function', function: { name: 'f', arguments: '{}' } }],
});
const result = (id: string): ChatMessage => ({ role: 'tool', tool_call_id: id, content: 'done' });
const turn = (message: ChatMessage, answer: ChatMessage): PastTurn => ({
  messages: [message],
  answer,
  status: 'complete',
});
const READ = [turn(user('1'), says('one')), turn(user('2'), calls('a')), turn(result('a'), says('two'))];

describe('needsOlder', () => {
  it.each<[boolean, string, PastTurn[], ChatMessage[]]>([
    [false, 'a new question', READ, [user('3')]],
    [false, 'a new question under instructions', READ, [{ role: 'system', content: 's' }, user('3')]],
    [false, 'the result of a call that was read', READ.slice(0, 2), [result('a')]],
    [true, 'the result of another call', READ, [result('b')]],
    [true, 'a stored result without its call', READ.slice(2), [user('3')]],
    [false, 'a call that was read, and its result', READ.slice(0, 2), [user('2'), calls('a'), result('a')]],
    [false, 'a history that was read', READ, [user('1'), says('one'), user('3')]],
    [true, 'a history that was not', READ.slice(1), [user('1'), says('one'), user('3')]],
    [true, 'a longer history that was read in part', READ, [user('1'), says('one'), user('1'), says('two'), user('3')]],
  ])('is %s for %s', (wanted, _what, turns, messages) => expect(needsOlder(turns, messages)).toBe(wanted));
});
