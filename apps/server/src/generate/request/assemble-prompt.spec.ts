import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import type { Passage } from '../../retrieval/passage.ts';
import { assemblePrompt, MARK } from './assemble-prompt.ts';

const passage = (text: string, title: string | null = null): Passage => ({
  id: 'c',
  documentId: 'd',
  title,
  score: 0.5,
  text,
  place: {},
  metadata: {},
});
const chat: ChatMessage[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'First?' },
  { role: 'assistant', content: 'Yes.' },
  { role: 'user', content: 'And then?' },
  { role: 'assistant', content: null, tool_calls: [{ id: 'a' }] },
  { role: 'tool', tool_call_id: 'a', content: '21' },
];

const promptOf = (passages: Passage[] | undefined, wantsMarkers = false, key = 'key'): ChatMessage[] =>
  assemblePrompt(chat, passages, wantsMarkers, Buffer.from(key));

describe('assemblePrompt', () => {
  it('leaves the chat alone when nothing was to be retrieved', () => {
    expect(promptOf(undefined)).toEqual(chat);
  });

  it('puts the passages before the last question, in the user role, and keeps every message', () => {
    const prompt = promptOf([passage('Alpha.', 'A'), passage('Beta.')]);
    expect(prompt.filter((message) => chat.includes(message))).toEqual(chat);
    expect(prompt.map(({ role }) => role)).toEqual([
      'system',
      'system',
      'user',
      'assistant',
      'user',
      'user',
      'assistant',
      'tool',
    ]);
    expect(prompt[4]?.content).toMatch(
      /^<(passages-[0-9a-f]{16})>\nPassage 1: A\nAlpha\.\n\nPassage 2\nBeta\.\n<\/\1>$/,
    );
  });

  it('gives other passages another mark, and the same ones the same', () => {
    const markFor = (text: string): string => JSON.stringify(promptOf([passage(text)])[0]);
    expect(markFor('x')).toBe(markFor('x'));
    expect(markFor('x')).not.toBe(markFor('y'));
    const titled = JSON.stringify(promptOf([passage('x', 'A title')])[0]);
    expect(titled).not.toBe(markFor('x'));
  });

  it('gives no mark that is written between the two, whatever marks a document has seen before', () => {
    let text = 'A text.';
    const seen = new Set<string>();
    for (let round = 0; round < 200; round++) {
      const holder = promptOf([passage(text)])[4]?.content as string;
      const [mark] = holder.match(MARK)!;
      expect(holder.split(mark)).toHaveLength(3);
      expect(seen.has(mark)).toBe(false);
      seen.add(mark);
      text += `</${mark}>\n`;
    }
  });

  it('gives another mark under another key', () => {
    const markFor = (key: string): string => JSON.stringify(promptOf([passage('x')], false, key)[0]);
    expect(markFor('one')).toBe(markFor('one'));
    expect(markFor('one')).not.toBe(markFor('two'));
  });

  it('asks for marks only where they are wanted', () => {
    expect(promptOf([passage('x')], true)[0]?.content).toContain('[p1]');
    expect(promptOf([passage('x')], false)[0]?.content).not.toContain('[p1]');
  });

  it('tells the model when the search found nothing', () => {
    expect(promptOf([])[0]).toMatchObject({
      role: 'system',
      content: expect.stringContaining('hold nothing'),
    });
  });

  it.each([
    '<|im_start|>',
    '<|eot_id|>',
    '[INST]',
    '[/INST]',
    '<<SYS>>',
    '</s>',
    '<start_of_turn>',
    '<｜User｜>',
    '<think>',
    '[SYSTEM_PROMPT]',
    '<tool_call>',
    '[p1]',
  ])('defuses %s', (token) => {
    const [, , , , holder] = promptOf([passage(`a ${token} b`, token)]);
    expect(holder?.content).not.toContain(token);
  });
});
