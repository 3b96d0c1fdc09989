import type { Annotation } from '@groundwire/client';
import { sentences, stems } from '@groundwire/text';
import type { Passage } from '../../retrieval/passage.ts';

/** A sentence rests on a passage that holds at least this share of its words. */
const LEAST_COVERAGE = 0.8;
/** Shorter sentences ("Yes, it does.") are found in any passage by accident. */
const LEAST_WORDS = 3;

/** Where a passage can be read. */
export type PassageUrl = (passage: Passage) => string;

/**
 * Finds the sentences of an answer whose words come from a passage. Indices are UTF-16 code units of `text`. The check
 * is lexical: a free paraphrase stays without citation, and nothing is cited that the passage does not say.
 */
export class Annotator {
  readonly #passages: readonly { passage: Passage; words: ReadonlySet<string> }[];

  constructor(
    passages: readonly Passage[],
    private readonly urlOf: PassageUrl,
  ) {
    this.#passages = passages.map((passage) => ({ passage, words: new Set(stems(passage.text)) }));
  }

  annotate(text: string): Annotation[] {
    return sentences(text).flatMap(({ start, end, text: sentence }) => {
      const passage = this.#passageOf(sentence);
      return passage === undefined ? [] : [this.#annotation(passage, start, end)];
    });
  }

  #passageOf(sentence: string): Passage | undefined {
    const words = [...new Set(stems(sentence))];
    if (words.length < LEAST_WORDS) return undefined;
    const covered = this.#passages.map((candidate) => words.filter((word) => candidate.words.has(word)).length);
    const most = Math.max(0, ...covered);
    return most >= LEAST_COVERAGE * words.length ? this.#passages[covered.indexOf(most)]?.passage : undefined;
  }

  #annotation(passage: Passage, start: number, end: number): Annotation {
    return {
      type: 'url_citation',
      url_citation: {
        start_index: start,
        end_index: end,
        url: this.urlOf(passage),
        title: passage.title ?? 'Untitled document',
        chunk_id: passage.id,
      },
    };
  }
}
