import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { countPrompt, createModelTable, type TokenCounter, tokenCounterOf } from '@groundwire/llm';
import type { PastTurn } from '../../conversations/conversation.ts';
import type { Passage } from '../../retrieval/passage.ts';
import { assemblePrompt } from '../request/assemble-prompt.ts';
import { fitPassages, type FitTarget } from '../request/fit-passages.ts';
import { fitHistory, type FittedHistory } from './fit-history.ts';
import { type Chat, joinHistory } from './join-history.ts';

const counter = tokenCounterOf('openai', 'gpt-4o');
const SENTENCE = 'Guests may stay for as long as they like, provided that they pay for each night. ';
const passages = Array.from({ length: 6 }, (_, index): Passage => ({
  id: String(index),
  documentId: 'd',
  title: 'House rules',
  score: 0.5,
  text: SENTENCE.repeat(10),
  place: {},
  metadata: {},
}));
const turn = (name: string): PastTurn => ({
  messages: [{ role: 'user', content: `${name} ${'and so on '.repeat(40)}` }],
  answer: { role: 'assistant', content: 'word '.repeat(100) },
  status: 'complete',
});
const turns = Array.from({ length: 10 }, (_, index) => turn(`turn ${index}`));
const question: ChatMessage[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'How long may guests stay?' },
];
const chat = (past = turns): Chat => joinHistory({ id: 'c', turnCount: past.length, turns: past }, question);

function target(contextTokens: number | undefined, by: TokenCounter = counter): FitTarget {
  if (contextTokens === undefined) return { provider: 'custom', facts: undefined, counter: by };
  const facts = createModelTable({ 'custom/small': { contextTokens } }).find('custom', 'small');
  return { provider: 'custom', facts, counter: by };
}
const wishes = { parameters: {}, maxOutputTokens: 100 };
const turnsOf = ({ messages }: FittedHistory): number => messages.filter(({ role }) => role === 'assistant').length;

const uncounted: TokenCounter = { ...counter, count: () => Promise.reject(new Error('It was counted.')) };

describe('fitHistory', () => {
  it('changes and counts nothing while the bytes alone show that all fits, or the window is not known', async () => {
    for (const window of [128_000, undefined]) {
      const fitted = await fitHistory(chat(), { ...wishes, passages }, target(window, uncounted));
      expect([turnsOf(fitted), fitted.adjustments]).toEqual([10, []]);
    }
  });

  it('says so when the conversation has more turns than are read', async () => {
    const { adjustments } = await fitHistory(
      { ...chat(), turnCount: 1_234 },
      { ...wishes, passages: [] },
      target(undefined),
    );
    expect(adjustments).toMatchObject([{ parameter: 'conversation_id', from: 1_234, to: 10, provider: null }]);
  });

  it.each([500, 800, 1_200, 1_600, 2_000, 2_400, 2_800, 3_200, 3_600, 5_000])(
    'fits a window of %i tokens, with passages in it, and drops nothing for which there is room',
    async (window) => {
      const history = await fitHistory(chat(), { ...wishes, passages }, target(window));
      const { messages } = history;
      expect(messages[0]).toEqual(question[0]);
      expect(messages.at(-1)).toEqual(question[1]);
      const fitted = await fitPassages({ ...wishes, passages, messages, k: 6 }, target(window));
      const kept = fitted.passages ?? [];
      expect(kept.length).toBeGreaterThan(0);
      const prompt = await countPrompt({ messages: assemblePrompt(messages, kept, true) }, counter);
      expect(prompt).toBeLessThanOrEqual(window - 100);
      const dropped = { turns: turns.length - turnsOf(history), passages: passages.length - kept.length };
      // Passages give way only beyond their half, and turns only when passages need theirs.
      const passagesOnly = await countPrompt({ messages: assemblePrompt([], kept, true) }, counter);
      if (dropped.passages > 1) expect(passagesOnly).toBeGreaterThan((window - 100) / 3);
      if (dropped.turns === 0) expect(history.adjustments).toEqual([]);
      else expect(history.adjustments).toMatchObject([{ action: 'clamped', from: 10, to: turnsOf(history) }]);
    },
  );

  it('keeps instructions that stand in turns which are left out', async () => {
    const told = turn('told');
    told.messages = [...told.messages, { role: 'system', content: 'Speak French from now on.' }];
    const { messages } = await fitHistory(chat([told, ...turns]), { ...wishes, passages: [] }, target(800));
    expect(messages.filter(({ role }) => role === 'system').map(({ content }) => content)).toEqual([
      'Be brief.',
      'Speak French from now on.',
    ]);
  });

  it('leaves the question as it is, however long', async () => {
    const fitted = await fitHistory(chat(), { ...wishes, passages }, target(110));
    expect(fitted.messages).toEqual(question);
  });
});
