import { describe, expect, it } from '@jest/globals';
import { characterGrams } from './character-grams.ts';

describe('characterGrams', () => {
  it('lists every run of four characters, the ends of the word marked', () => {
    expect(characterGrams('stream')).toEqual(['^str', 'stre', 'trea', 'ream', 'eam$']);
  });

  it('makes one gram of a pair and none of a single character', () => {
    expect(characterGrams('東京')).toEqual(['^東京$']);
    expect(characterGrams('a')).toEqual([]);
  });
});
