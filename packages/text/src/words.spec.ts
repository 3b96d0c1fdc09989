import { describe, expect, it } from '@jest/globals';
import { words } from './words.ts';

describe('words', () => {
  it('splits at everything that is neither letter nor digit', () => {
    expect(words("It's 10-fold, e.g. (p53)!")).toEqual(['it', 's', '10', 'fold', 'e', 'g', 'p53']);
  });

  it('drops diacritics, case and compatibility forms', () => {
    expect(words('Crème BRÛLÉE ﬁne Ⅷ')).toEqual(['creme', 'brulee', 'fine', 'viii']);
  });

  it('keeps words of other alphabets whole', () => {
    expect(words('Где музей?')).toEqual(['где', 'музеи']);
  });

  it('cuts unspaced scripts into character pairs', () => {
    expect(words('東京都')).toEqual(['東京', '京都']);
    expect(words('水')).toEqual(['水']);
    expect(words('한국어')).toEqual(['한국', '국어']);
  });

  it('never tears a character beyond the basic plane', () => {
    expect(words('𠀀𠀁𠀂')).toEqual(['𠀀𠀁', '𠀁𠀂']);
  });

  it('finds no word in punctuation', () => {
    expect(words('??? — …')).toEqual([]);
  });

  it('reads a run of marks of any length, which normalisation would sort for minutes', () => {
    expect(words(`a${'\u0301\u0316'.repeat(500_000)}b`)).toEqual(['ab']);
  });
});
