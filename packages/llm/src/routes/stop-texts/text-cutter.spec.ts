import { describe, expect, it } from '@jest/globals';
import { prepareStops, TextCutter } from './text-cutter.ts';

/** What is said after each piece, and after the end. */
function say(stops: readonly string[], pieces: readonly string[]): { said: string[]; isCut: boolean } {
  const cutter = new TextCutter(prepareStops(stops));
  const said: string[] = [];
  for (const piece of pieces) {
    if (!cutter.isCut) said.push(cutter.push(piece));
  }
  return { said: [...said, ...(cutter.isCut ? [] : [cutter.flush()])], isCut: cutter.isCut };
}

/** The same, the slow way: the text before the stop text that is complete first, the longest of those. */
function sayNaively(stops: readonly string[], text: string): string {
  for (let end = 1; end <= text.length; end++) {
    const found = stops.filter((stop) => text.slice(0, end).endsWith(stop));
    if (found.length > 0) return text.slice(0, end - Math.max(...found.map(({ length }) => length)));
  }
  return text;
}

describe('a text that is cut', () => {
  it.each([
    ['within a piece', ['END'], ['one END two'], ['one ']],
    ['across pieces', ['END'], ['one E', 'N', 'D two'], ['one ', '', '']],
    ['at its start', ['END'], ['END two'], ['']],
    ['at its end', ['END'], ['one END'], ['one ']],
    ['at the text that is complete first', ['three', 'two'], ['one two three'], ['one ']],
    ['before the longest that ends there', ['b', 'ab'], ['xab'], ['x']],
    ['after a false start', ['aab'], ['aaa', 'ab!'], ['a', 'a']],
    ['within a character of two units', ['🙂'], ['a\ud83d', '\ude42b'], ['a', '']],
  ])('is cut %s', (_where, stops, pieces, said) => {
    expect(say(stops, pieces)).toEqual({ said, isCut: true });
  });
});

describe('a text that is not cut', () => {
  it.each([
    ['holds nothing back that is no beginning', ['END'], ['one', ' two'], ['one', ' two', '']],
    ['holds back only the longest beginning', ['END'], ['one E'], ['one ', 'E']],
    ['lets go of a beginning that was none', ['END'], ['one EN', 'EMY'], ['one ', 'ENEMY', '']],
    ['keeps a beginning within a beginning', ['aab'], ['aaa'], ['a', 'aa']],
    ['says at its end what it held back', ['\n\n'], ['one\n'], ['one', '\n']],
  ])('%s', (_what, stops, pieces, said) => {
    expect(say(stops, pieces)).toEqual({ said, isCut: false });
  });
});

/** Every text of so many letters a and b. */
function texts(length: number): string[] {
  return length === 0 ? [''] : texts(length - 1).flatMap((text) => [`${text}a`, `${text}b`]);
}

it.each([[['ab']], [['aab', 'ba']], [['aba', 'b']], [['abab', 'bb', 'aaa']], [['a']], [['ababb', 'babaa']]])(
  'finds %j in every text, however it is cut into pieces',
  (stops) => {
    const wrong = [0, 1, 4, 8].flatMap(texts).filter((text) => {
      const expected = sayNaively(stops, text);
      const cuts = Array.from({ length: text.length + 1 }, (_, at) => [text.slice(0, at), text.slice(at)]);
      return [...cuts, [...text]].some((pieces) => say(stops, pieces).said.join('') !== expected);
    });
    expect(wrong).toEqual([]);
  },
);
