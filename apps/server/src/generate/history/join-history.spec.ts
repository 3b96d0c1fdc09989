import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import type { PastTurn } from '../../conversations/conversation.ts';
import { joinHistory } from './join-history.ts';

const user = (content: string): ChatMessage => ({ role: 'user', content });
const system = (content: string): ChatMessage => ({ role: 'system', content });
const says = (content: string | null, ...ids: string[]): ChatMessage => ({
  role: 'assistant',
  content,
  ...(ids.length === 0
    ? {}
    : { tool_calls: ids.map((id) => ({ id, type: 'function', function: { name: 'f', arguments: '{}' } })) }),
});
const result = (id: string, content = 'done'): ChatMessage => ({ role: 'tool', tool_call_id: id, content });
const turn = (messages: ChatMessage[], answer: ChatMessage, status: PastTurn['status'] = 'complete'): PastTurn => ({
  messages,
  answer,
  status,
});
const join = (turns: PastTurn[], messages: ChatMessage[]): ReturnType<typeof joinHistory> =>
  joinHistory({ id: 'c', turnCount: turns.length, turns, earlier: { opening: [], within: [] } }, messages);
/** The prompt as the vendor would get it: roles with what they say, and the ids of calls. */
function promptOf(turns: PastTurn[], messages: ChatMessage[]): string[] {
  const { system: opening, past, asked } = join(turns, messages);
  return [...opening, ...past.flatMap((piece) => piece.messages), ...asked].map((message) => {
    const ids = message.tool_calls?.map(({ id }) => id) ?? [];
    return [message.role, message.content as string | null, message.tool_call_id, ...ids]
      .filter((word) => word != null)
      .join(' ');
  });
}

describe('joinHistory', () => {
  it('leaves an empty conversation as the caller wrote it', () => {
    const messages = [system('s'), user('1'), says('2'), user('3'), system('mid')];
    const { system: opening, past, asked, added } = join([], messages);
    expect([...opening, ...past, ...asked]).toEqual(messages);
    expect(added).toEqual(messages);
  });

  it('puts instructions first, whether they are new or the latest that were given', () => {
    const turns = [turn([system('old'), user('1')], says('2')), turn([system('new'), user('3')], says('4'))];
    expect(promptOf(turns, [user('5')])[0]).toBe('system new');
    expect(promptOf(turns, [system('now'), user('5')]).filter((line) => line.startsWith('system'))).toEqual([
      'system now',
    ]);
  });

  it('keeps thinking out: it is put back by whoever knows which model wants it', () => {
    const answer = { ...says('2'), reasoning_content: 'hm', thinking_blocks: [{ type: 'thinking' as const }] };
    expect(join([turn([user('1')], answer)], [user('3')]).past[0]?.messages).toEqual([user('1'), says('2')]);
  });

  it('sends no empty answer, and no call of an answer that was cut', () => {
    const turns = [turn([user('1')], says(null), 'failed'), turn([user('2')], says('par', 'call'), 'aborted')];
    expect(promptOf(turns, [user('3')])).toEqual(['user 1', 'user 2', 'assistant par', 'user 3']);
  });

  it('leaves out calls that nobody answered', () => {
    const turns = [turn([user('1')], says('text', 'a')), turn([user('2')], says(null, 'b'))];
    expect(promptOf(turns, [user('3')])).toEqual(['user 1', 'assistant text', 'user 2', 'user 3']);
  });

  it('moves a call to its result when others were answered in between', () => {
    const turns = [turn([user('1')], says(null, 'a', 'b')), turn([user('2')], says('3'))];
    const results = [result('a'), result('b')];
    expect(promptOf(turns, results)).toEqual([
      'user 2',
      'assistant 3',
      'user 1',
      'assistant a b',
      'tool done a',
      'tool done b',
    ]);
    const [call, other] = turns as [PastTurn, PastTurn];
    const stored = join([call, other, turn(results, says('4'))], [user('5')]);
    expect(stored.past.map(({ turns: count }) => count)).toEqual([1, 2]);
  });

  it('keeps a loop of several rounds in one piece, with the question that it serves', () => {
    const loop = [turn([user('1')], says(null, 'a')), turn([result('a')], says(null, 'b'))];
    const { past, asked, turnsOfAsked } = join([turn([user('0')], says('x')), ...loop], [result('b')]);
    expect([past.length, asked.length, turnsOfAsked]).toEqual([1, 5, 2]);
    expect(join([...loop, turn([result('b')], says('end'))], [user('2')]).past).toHaveLength(1);
  });

  it('takes the results that are sent again after an answer that was cut short', () => {
    const turns = [turn([user('1')], says(null, 'a')), turn([result('a', 'first')], says('par'), 'aborted')];
    expect(promptOf(turns, [result('a', 'again')])).toEqual(['user 1', 'assistant a', 'tool again a']);
  });

  it('leaves a result for which there is no call to the vendor to judge when it is new', () => {
    expect(promptOf([turn([result('x')], says('?'))], [result('y')])).toEqual(['assistant ?', 'tool done y']);
  });
});

describe('what the client sends again', () => {
  const turns = [turn([user('1')], says('2')), turn([user('3')], says('4'))];
  const added = (messages: ChatMessage[]): readonly ChatMessage[] => join(turns, messages).added;

  it.each([
    ['the whole history', [user('1'), says('2'), user('3'), says('4'), user('5')], [user('5')]],
    ['its latest part', [user('3'), says('4'), user('5')], [user('5')]],
    ['its first part', [user('1'), says('2'), user('5')], [user('5')]],
    ['the whole history behind instructions', [system('s'), user('1'), says('2'), user('5')], [system('s'), user('5')]],
    [
      'parts, an empty text, and what the answer had beside its text',
      [{ role: 'user', content: [{ type: 'text', text: '1' }] }, { ...says('2'), refusal: '' }, user('5')],
      [user('5')],
    ],
    [
      'the AskYoda shape',
      [{ role: 'user', message: '1' }, { role: 'assistant', message: '2' }, user('5')],
      [user('5')],
    ],
  ] as [string, ChatMessage[], ChatMessage[]][])('counts once: %s', (_name, messages, expected) => {
    expect(added(messages)).toEqual(expected);
  });

  it.each([
    ['the same question alone', [user('1')]],
    ['a question without its answer', [user('1'), user('5')]],
    ['an answer that was edited', [user('1'), says('other'), user('5')]],
    [
      'an image',
      [{ role: 'user', content: [{ type: 'image_url', image_url: 'https://x.test' }] }, says('2'), user('5')],
    ],
    ['all there is and nothing new', [user('3'), says('4')]],
  ] as [string, ChatMessage[]][])('is new: %s', (_name, messages) => {
    expect(added(messages)).toEqual(messages);
  });

  it('knows the instructions of turns that were not read', () => {
    const earlier = { opening: [system('old')], within: [system('rule')] };
    const systemOf = (turns: PastTurn[], messages: ChatMessage[]): unknown => {
      const chat = joinHistory({ id: 'c', turnCount: 9, turns, earlier }, messages);
      expect(chat.past[0]).toEqual({ turns: 0, messages: [system('rule')] });
      return chat.system;
    };
    expect(systemOf([turn([user('1')], says('2'))], [user('3')])).toEqual([system('old')]);
    expect(systemOf([turn([system('read'), user('1')], says('2'))], [user('3')])).toEqual([system('read')]);
    expect(systemOf([turn([user('1')], says('2'))], [system('new'), user('3')])).toEqual([system('new')]);
  });
});
