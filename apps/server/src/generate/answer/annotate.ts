import type { Annotation } from '@groundwire/client';
import { sentences, stems } from '@groundwire/text';
import type { Passage } from '../../retrieval/passage.ts';

/** A sentence rests on a passage that holds at least this share of its words. */
const LEAST_COVERAGE = 0.8;
/** Shorter sentences ("Yes, it does.") are found in any passage by accident. */
const LEAST_WORDS = 3;

/**
 * Finds the sentences of an answer whose words come from a passage; `urlOf` says where a passage can be read. Indices are
 * UTF-16 code units of `text`. The check is lexical: a free paraphrase stays without citation, and nothing is cited that
 * the passage does not say.
 */
export function annotate(
  text: string,
  passages: readonly Passage[],
  urlOf: (passage: Passage) => string,
): Annotation[] {
  const candidates = passages.map((passage) => ({ passage, words: new Set(stems(passage.text)) }));
  return sentences(text).flatMap(({ start, end, text: sentence }) => {
    const passage = passageBehind(sentence, candidates);
    return passage === undefined ? [] : [toAnnotation(passage, urlOf(passage), start, end)];
  });
}

interface Candidate {
  passage: Passage;
  words: ReadonlySet<string>;
}

/** The passage that holds most of the sentence's words, the better ranked of equals; undefined when none holds enough. */
function passageBehind(sentence: string, candidates: readonly Candidate[]): Passage | undefined {
  const words = [...new Set(stems(sentence))];
  if (words.length < LEAST_WORDS) return undefined;
  const covered = candidates.map((candidate) => words.filter((word) => candidate.words.has(word)).length);
  const most = covered.reduce((left, right) => Math.max(left, right), 0);
  return most >= LEAST_COVERAGE * words.length ? candidates[covered.indexOf(most)]?.passage : undefined;
}

function toAnnotation({ id, title }: Passage, url: string, start: number, end: number): Annotation {
  return {
    type: 'url_citation',
    url_citation: { start_index: start, end_index: end, url, title: title ?? 'Untitled document', chunk_id: id },
  };
}
