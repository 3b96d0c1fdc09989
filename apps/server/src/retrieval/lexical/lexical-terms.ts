import { characterGrams, hashTerm, stem, STOP_WORDS, words } from '@groundwire/text';

/** How often each term (a number, see `hashTerm`) occurs in one field of a text, and how many there are in all. */
export interface FieldTerms {
  counts: Map<number, number>;
  length: number;
}

/** A text as the index sees it: word stems without stop words, and the character 4-grams of all words. */
export interface LexicalTerms {
  stems: FieldTerms;
  grams: FieldTerms;
}

/** The terms of one word: no stem when it is a stop word. */
interface WordTerms {
  stem: number | undefined;
  grams: readonly number[];
}

/** Stored with each row. Raise it when the terms of a text change: rows of an older analyser must be made anew. */
export const ANALYSER_VERSION = 2;

/**
 * A longer word is found by its first characters: no language has such words, and each 4-gram of a blob of data would be
 * a term of its own in the index.
 */
const MAX_WORD_LENGTH = 100;

const MAX_CACHED_WORDS = 50_000;
/** The terms of longer words are made each time: keeping them would let a hostile text fill the memory. */
const MAX_CACHED_LENGTH = 40;
const cache = new Map<string, WordTerms>();

/** Analyses a text. Documents and questions go through the same analysis. */
export function lexicalTerms(text: string): LexicalTerms {
  const terms: LexicalTerms = { stems: emptyField(), grams: emptyField() };
  for (const word of words(text)) {
    const { stem: stemTerm, grams } = wordTerms(word.slice(0, MAX_WORD_LENGTH));
    if (stemTerm !== undefined) add(terms.stems, stemTerm);
    for (const gram of grams) add(terms.grams, gram);
  }
  return terms;
}

function wordTerms(word: string): WordTerms {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const terms: WordTerms = {
    stem: STOP_WORDS.has(word) ? undefined : hashTerm(`w:${stem(word)}`),
    grams: characterGrams(word).map((gram) => hashTerm(`g:${gram}`)),
  };
  if (cache.size >= MAX_CACHED_WORDS) cache.clear();
  if (word.length <= MAX_CACHED_LENGTH) cache.set(word, terms);
  return terms;
}

function emptyField(): FieldTerms {
  return { counts: new Map(), length: 0 };
}

function add(field: FieldTerms, term: number): void {
  field.counts.set(term, (field.counts.get(term) ?? 0) + 1);
  field.length += 1;
}
