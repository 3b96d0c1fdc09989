import { stemmer } from 'stemmer';
import { STOP_WORDS } from './stop-words.ts';
import { words } from './words.ts';

const MAX_CACHED_STEMS = 100_000;
/** Longer words are no language; keeping them would let a hostile text fill the memory. */
const MAX_WORD_LENGTH = 40;
const cache = new Map<string, string>();

/** Porter's stem of an English word in lower case ("relations" → "relat"); any other word stays as it is. */
export function stem(word: string): string {
  if (word.length > MAX_WORD_LENGTH || !/^[a-z]+$/.test(word)) return word;
  const known = cache.get(word);
  if (known !== undefined) return known;
  const result = stemmer(word);
  if (cache.size >= MAX_CACHED_STEMS) cache.clear();
  cache.set(word, result);
  return result;
}

/** The stems of a text's words in order, English stop words left out. */
export function stems(text: string): string[] {
  return words(text)
    .filter((word) => !STOP_WORDS.has(word))
    .map(stem);
}
