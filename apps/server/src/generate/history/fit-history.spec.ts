import { describe, expect, it } from '@jest/globals';
import type { ChatMessage } from '@groundwire/client';
import { countPrompt, createModelTable, type TokenCounter, tokenCounterOf } from '@groundwire/llm';
import type { PastTurn } from '../../conversations/conversation.ts';
import type { Passage } from '../../retrieval/passage.ts';
import { assemblePrompt } from '../request/assemble-prompt.ts';
import { fitPassages, type FitTarget } from '../request/fit-passages.ts';
import { fitHistory, type FittedHistory, type Recall } from './fit-history.ts';
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
const chat = (past = turns): Chat =>
  joinHistory({ id: 'c', turnCount: past.length, turns: past, earlier: { opening: [], within: [] } }, question);

function target(contextTokens: number | undefined, by: TokenCounter = counter): FitTarget {
  if (contextTokens === undefined) return { provider: 'custom', facts: undefined, counter: by };
  const facts = createModelTable({ 'custom/small': { contextTokens } }).find('custom', 'small');
  return { provider: 'custom', facts, counter: by };
}
const wishes = { parameters: {}, passages: [] as readonly Passage[], maxOutputTokens: 100 };
const turnsOf = ({ messages }: FittedHistory): number => messages.filter(({ role }) => role === 'assistant').length;

const uncounted: TokenCounter = { ...counter, count: () => Promise.reject(new Error('It was counted.')) };

const forgetful: Recall = (messages) => Promise.resolve({ messages, watch: undefined });
const fit = (
  of: Chat,
  room: Parameters<typeof fitHistory>[1],
  into: FitTarget,
  recall = forgetful,
): Promise<FittedHistory> => fitHistory(of, room, into, recall);

describe('fitHistory', () => {
  it('changes and counts nothing while the bytes alone show that all fits, or the window is not known', async () => {
    for (const window of [128_000, undefined]) {
      const fitted = await fit(chat(), { ...wishes, passages }, target(window, uncounted));
      expect([turnsOf(fitted), fitted.adjustments]).toEqual([10, []]);
    }
  });

  it('says so when the conversation has more turns than are read', async () => {
    const { adjustments } = await fit({ ...chat(), turnCount: 1_234 }, { ...wishes, passages: [] }, target(undefined));
    expect(adjustments).toMatchObject([{ parameter: 'conversation_id', from: 1_234, to: 10, provider: null }]);
  });

  it.each([500, 800, 1_200, 1_600, 2_000, 2_400, 2_800, 3_200, 3_600, 5_000])(
    'fits a window of %i tokens, with passages in it, and drops nothing for which there is room',
    async (window) => {
      const history = await fit(chat(), { ...wishes, passages }, target(window));
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
    const { messages } = await fit(chat([told, ...turns]), { ...wishes, passages: [] }, target(800));
    expect(messages.filter(({ role }) => role === 'system').map(({ content }) => content)).toEqual([
      'Be brief.',
      'Speak French from now on.',
    ]);
  });

  it('leaves the question as it is, however long', async () => {
    const fitted = await fit(chat(), { ...wishes, passages }, target(110));
    expect(fitted.messages).toEqual(question);
  });

  describe('with thinking that is put back', () => {
    const THOUGHTS = 'Let me think about this once more. '.repeat(8);
    const thoughtful: Recall = (messages) =>
      Promise.resolve({
        messages: messages.map((message) =>
          message.role === 'assistant' ? { ...message, reasoning_content: THOUGHTS } : message,
        ),
        watch: undefined,
      });
    const call = (id: string): PastTurn => ({
      messages: [{ role: 'user', content: 'Look it up.' }],
      answer: {
        role: 'assistant',
        content: null,
        tool_calls: [{ id, type: 'function', function: { name: 'f', arguments: '{}' } }],
      },
      status: 'complete',
    });
    const result = (id: string): PastTurn => ({
      ...turn('result'),
      messages: [{ role: 'tool', tool_call_id: id, content: 'Found.' }],
    });
    const mixed = [...turns.slice(0, 4), call('a'), turn('between'), result('a'), ...turns.slice(6)];
    const count = (messages: readonly ChatMessage[]): Promise<number> => countPrompt({ messages }, counter);

    it.each([400, 900, 1_400, 1_900, 2_400, 2_900, 3_400, 6_000])(
      'fits a window of %i tokens: whole turns, a call never without its result',
      async (window) => {
        const all = chat(mixed);
        const { messages, adjustments } = await fit(all, wishes, target(window), thoughtful);
        const limit = window - wishes.maxOutputTokens;
        expect(await count(messages)).toBeLessThanOrEqual(limit);
        expect(
          messages.filter(({ role }) => role === 'assistant').every((said) => said.reasoning_content === THOUGHTS),
        ).toBe(true);
        // What is kept is the end of the whole, and the piece before it would not have fitted.
        const whole = (await thoughtful(all.past.flatMap((piece) => piece.messages))).messages;
        const past = messages.slice(1, -1);
        expect(past).toEqual(whole.slice(whole.length - past.length));
        const ends = all.past.map((_, index) => all.past.slice(index).flatMap((piece) => piece.messages).length);
        const next = [...ends, 0].indexOf(past.length) - 1;
        expect(next).toBeGreaterThanOrEqual(-1);
        const left = all.past.slice(0, next + 1).reduce((sum, piece) => sum + piece.turns, 0);
        if (next === -1) expect(adjustments).toEqual([]);
        else {
          const more = [...question, ...whole.slice(whole.length - ends[next]!)];
          // Pieces are counted one by one, with the start of a reply each.
          expect(await count(more)).toBeGreaterThan(limit - 3 * (ends.length - next));
          expect(adjustments).toMatchObject([{ action: 'clamped', from: 11, to: 11 - left, provider: 'custom' }]);
        }
      },
    );

    it('recalls only what fits without it', async () => {
      const asked: number[] = [];
      const noting: Recall = (messages) => {
        asked.push(messages.length);
        return thoughtful(messages);
      };
      const bare = await fit(chat(), wishes, target(1_200));
      const fitted = await fit(chat(), wishes, target(1_200), noting);
      expect(asked).toEqual([bare.messages.length]);
      expect(fitted.messages.length).toBeLessThan(bare.messages.length);
    });

    it('keeps instructions of turns that are left out, and the watch for what comes', async () => {
      const told = turn('told');
      told.messages = [...told.messages, { role: 'system', content: 'Speak French from now on.' }];
      const watch = (): void => undefined;
      const { messages, ...others } = await fit(chat([told, ...turns]), wishes, target(800), async (history) => ({
        ...(await thoughtful(history)),
        watch,
      }));
      expect(messages.slice(0, 2).map(({ content }) => content)).toEqual(['Be brief.', 'Speak French from now on.']);
      expect(others).toMatchObject({ watch, adjustments: [{ from: 11 }] });
    });
  });
});
