import { describe, expect, it } from '@jest/globals';
import { stem, stems } from './stem.ts';
import { STOP_WORDS } from './stop-words.ts';

describe('stem', () => {
  it('reduces English inflections to one form', () => {
    expect(['connect', 'connected', 'connections', 'connecting'].map(stem)).toEqual(Array(4).fill('connect'));
  });

  it('leaves other alphabets and words with digits alone', () => {
    expect(['p53s', 'музеи', 'straße'].map(stem)).toEqual(['p53s', 'музеи', 'straße']);
  });

  it('takes no run of letters for a word that is longer than any word', () => {
    expect(stem(`${'a'.repeat(50)}ing`)).toBe(`${'a'.repeat(50)}ing`);
  });
});

describe('stems', () => {
  it('leaves stop words out and keeps order and repetition', () => {
    expect(stems('The streams of the stream were cut.')).toEqual(['stream', 'stream', 'cut']);
  });
});

describe('STOP_WORDS', () => {
  it('holds the 127 words that retrieval was measured with', () => {
    expect(STOP_WORDS.size).toBe(127);
    expect(STOP_WORDS.has('')).toBe(false);
  });
});
