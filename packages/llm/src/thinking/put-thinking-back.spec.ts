import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { putThinkingBack } from './put-thinking-back.ts';
import type { KeptThinking } from './thinking-form.ts';
import { callKey, missingThinking, textKey } from './thinking-keys.ts';

const question: ChatMessage = { role: 'user', content: 'Weather?' };
const call = (id: string): NonNullable<ChatMessage['tool_calls']>[number] => ({
  id,
  type: 'function',
  function: { name: 'f', arguments: '{}' },
});
const calling = (...ids: string[]): ChatMessage => ({ role: 'assistant', content: null, tool_calls: ids.map(call) });
const result = (id: string): ChatMessage => ({ role: 'tool', tool_call_id: id, content: 'Sunny' });
const BLOCKS = [{ type: 'thinking' as const, thinking: 'Hm.', signature: 'sig' }];
const OTHERS = [{ type: 'thinking' as const, thinking: 'Other.', signature: 'gis' }];

describe('earlier thinking', () => {
  it('is missed where a turn with tool calls lacks it, under the id of each call', () => {
    const history = [question, calling('a', 'b'), result('a'), result('b')];
    const keys = new Map([[1, [callKey('a'), callKey('b')]]]);
    expect(missingThinking(history, 'thinking_blocks')).toEqual(keys);
    expect(missingThinking(history, 'extra_content')).toEqual(keys);
  });

  it("of Claude's is missed in the open tool loop only, in each of its turns", () => {
    const earlier = [question, calling('a'), result('a'), { role: 'assistant', content: 'Sunny.' } as ChatMessage];
    const open = [question, calling('b'), result('b'), calling('c'), result('c')];
    const places = (history: ChatMessage[]): number[] => [...missingThinking(history, 'thinking_blocks').keys()];
    expect(places([...earlier, question])).toEqual([]);
    expect(places([...earlier, ...open])).toEqual([5, 7]);
    expect(places([...earlier, ...open, question])).toEqual([5, 7]);
    expect([...missingThinking([...earlier, ...open], 'extra_content').keys()]).toEqual([1, 5, 7]);
  });

  it('is missed in every message where the vendor wants its text', () => {
    const history: ChatMessage[] = [question, calling('a'), result('a'), { role: 'assistant', content: 'Sunny.' }];
    expect([...missingThinking(history, 'reasoning_content').values()]).toEqual([
      [callKey('a')],
      [textKey([question], 'Sunny.')],
    ]);
    const inParts: ChatMessage = { role: 'assistant', content: [{ type: 'text', text: 'Sunny.' }] };
    expect(missingThinking([question, inParts], 'reasoning_content').get(1)).toEqual([textKey([question], 'Sunny.')]);
  });

  it('that the caller sends wins', () => {
    const history = [question, { ...calling('a'), thinking_blocks: BLOCKS }, result('a')];
    const found = new Map<string, KeptThinking>([[callKey('a'), { thinking_blocks: OTHERS }]]);
    expect(putThinkingBack(history, 'thinking_blocks', found)).toEqual(history);
    const lost = [question, calling('a'), result('a')];
    expect(putThinkingBack(lost, 'thinking_blocks', found)[1]?.thinking_blocks).toEqual(OTHERS);
  });

  it('that the caller sends is made whole when it is only the end of a text that is known', () => {
    const found = new Map<string, KeptThinking>([[callKey('a'), { reasoning_content: 'I think so.' }]]);
    const sent = (reasoning_content: string): unknown =>
      putThinkingBack([question, { ...calling('a'), reasoning_content }], 'reasoning_content', found)[1];
    expect(sent(' so.')).toMatchObject({ reasoning_content: 'I think so.' });
    expect(sent('I think so.')).toMatchObject({ reasoning_content: 'I think so.' });
    expect(sent('I think not.')).toMatchObject({ reasoning_content: 'I think not.' });
  });

  it('is found whichever order the client gives the calls', () => {
    const found = new Map<string, KeptThinking>([[callKey('a'), { thinking_blocks: BLOCKS }]]);
    const history = [question, calling('b', 'a'), result('b'), result('a')];
    expect(putThinkingBack(history, 'thinking_blocks', found)[1]).toMatchObject({
      thinking_blocks: BLOCKS,
    });
  });

  it('of another answer with the same words to another question is not taken', () => {
    const rain: ChatMessage = { role: 'user', content: 'Will it rain?' };
    expect(textKey([question], 'No.')).not.toBe(textKey([rain], 'No.'));
    expect(textKey([rain, question], 'No.')).toBe(textKey([question], 'No.'));
  });

  it('is found whatever became of the marks of citations in the answer', () => {
    const said = textKey([question], 'Open from 9 [p1][p12]. Closed on Mondays [p2, p3].');
    expect(textKey([question], 'Open from 9 [1][2]. Closed on Mondays.')).toBe(said);
    expect(textKey([question], 'Open from 8 [1][2]. Closed on Mondays.')).not.toBe(said);
  });

  it('leaves a call of the older form without: it has no id to be known by', () => {
    const older: ChatMessage = { role: 'assistant', content: null, function_call: { name: 'f', arguments: '{}' } };
    expect(missingThinking([question, older], 'reasoning_content').size).toBe(0);
  });
});
