import { describe, expect, it } from '@jest/globals';
import { selectSentences } from './select-sentences.ts';

const select = (question: string, ...texts: string[]): string[] =>
  selectSentences(
    question,
    texts.map((text, index) => ({ id: String(index), title: null, text })),
  ).map(({ text }) => text);

const HOURS = 'Welcome to our museum. We are open from 9 to 17, and on Sundays from 10 to 14. Dogs must stay outside.';

describe('selectSentences', () => {
  it('picks the sentence that answers, not its neighbours', () => {
    expect(select('When are you open on Sundays?', HOURS)).toEqual([
      'We are open from 9 to 17, and on Sundays from 10 to 14.',
    ]);
  });

  it('says nothing where nothing matches, or the question has no words that mean anything', () => {
    expect(select('What does a rocket cost?', HOURS)).toEqual([]);
    expect(select('???', HOURS)).toEqual([]);
    expect(select('Who are you?', HOURS)).toEqual([]);
  });

  it('finds an answer under its heading or after its question', () => {
    expect(select('How do I reset my password?', '# Reset your password\n\nClick on the small link below.')).toEqual([
      'Click on the small link below.',
    ]);
    expect(
      select('Do you ship abroad?', 'Do you ship abroad? Only within Europe. Other matters are unclear.'),
    ).toContain('Only within Europe.');
  });

  it('quotes a sentence once that overlapping passages repeat', () => {
    const sentence = 'A cut stream ends with an error.';
    expect(select('What happens to a cut stream?', `Intro words here. ${sentence}`, `${sentence} More words.`)).toEqual(
      [sentence],
    );
  });

  it('takes four sentences at most, in the order of passages and places', () => {
    const numbered = (from: number): string =>
      Array.from(
        { length: 4 },
        (_, index) => `The stream ${from + index} is ${'abcdefgh'[from + index]!.repeat(4)}.`,
      ).join(' ');
    const chosen = select('stream', numbered(0), numbered(4));
    expect(chosen).toHaveLength(4);
    expect(chosen).toEqual(chosen.toSorted());
  });

  it('reads other languages', () => {
    expect(select('Wann öffnet das Museum?', 'Der Park ist groß. Das Museum öffnet um zehn.')).toEqual([
      'Das Museum öffnet um zehn.',
    ]);
    expect(select('博物館は何時に開きますか', '公園は広いです。博物館は十時に開きます。')).toEqual([
      '博物館は十時に開きます。',
    ]);
  });
});
