import { describe, expect, it } from '@jest/globals';
import { lines } from './lines.ts';

const textsOf = (text: string, maxLength: number): string[] =>
  Array.from(lines(text, maxLength), ({ start, end }) => text.slice(start, end));

describe('lines', () => {
  it('finds the lines that are not blank, and knows which were before and beside them', () => {
    expect([...lines('one\n  two\r\n \n\nthree', 100)]).toEqual([
      { start: 0, end: 3, indent: 0, isAfterBlank: false },
      { start: 6, end: 10, indent: 2, isAfterBlank: false },
      { start: 14, end: 19, indent: 0, isAfterBlank: true },
    ]);
  });

  it('cuts a long line at white space, or in a word, but in no character', () => {
    expect(textsOf('aaaaaaaa bbbbbbbbbbbb', 10)).toEqual(['aaaaaaaa', 'bbbbbbbbbb', 'bb']);
    expect(textsOf('a😀😀', 4)).toEqual(['a😀', '😀']);
  });

  it('takes no later part of a line for the beginning of one', () => {
    expect(Array.from(lines('aaaaaaaa # b\n# c', 10), ({ indent }) => indent)).toEqual([0, Infinity, 0]);
  });
});
