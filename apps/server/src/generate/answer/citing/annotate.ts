import type { Annotation } from '@groundwire/client';
import { sentences, stems } from '@groundwire/text';
import type { Passage } from '../../../retrieval/passage.ts';
import { type Candidate, LEAST_WORDS, shareOf } from './support.ts';

/** A sentence that names no passage rests on one that holds at least this share of its words. */
const LEAST_SHARE = 0.8;

/** Reading a thousand passages for every sentence would stall every other caller: the best ranked ones are read. */
const MOST_PASSAGES = 20;

/** A stretch of the answer and the passage it rests on. */
export interface Citation {
  /** UTF-16 code units. */
  start: number;
  end: number;
  passage: Passage;
}

/**
 * Finds the sentences of an answer whose words come from a passage. The check is lexical: a free paraphrase stays without
 * citation, and nothing is cited that the passage does not say.
 */
export function findCitations(text: string, candidates: readonly Candidate[]): Citation[] {
  const best = candidates.slice(0, MOST_PASSAGES);
  return sentences(text).flatMap(({ start, end, text: sentence }) => {
    const passage = passageBehind(sentence, best);
    return passage === undefined ? [] : [{ start, end, passage }];
  });
}

/** The passage that holds most of the sentence's words, the better ranked of equals; undefined when none holds enough. */
function passageBehind(sentence: string, candidates: readonly Candidate[]): Passage | undefined {
  const own = [...new Set(stems(sentence))];
  if (own.length < LEAST_WORDS) return undefined;
  const shares = candidates.map((candidate) => shareOf(own, candidate));
  const most = shares.reduce((left, right) => Math.max(left, right), 0);
  return most >= LEAST_SHARE ? candidates[shares.indexOf(most)]?.passage : undefined;
}

/** OpenAI's form of a citation. */
export function toAnnotation({ start, end, passage }: Citation, url: string): Annotation {
  const { id, title } = passage;
  return {
    type: 'url_citation',
    url_citation: { start_index: start, end_index: end, url, title: title ?? 'Untitled document', chunk_id: id },
  };
}
