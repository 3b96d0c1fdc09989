import { stems, words } from '@groundwire/text';
import type { Passage } from '../../../retrieval/passage.ts';

/** A passage, and what it takes to look words up in it: worked out when it is first asked for. */
export class Candidate {
  #stems: ReadonlySet<string> | undefined;
  #words: ReadonlySet<string> | undefined;

  constructor(readonly passage: Passage) {}

  get stems(): ReadonlySet<string> {
    return (this.#stems ??= new Set(stems(this.#text)));
  }

  get words(): ReadonlySet<string> {
    return (this.#words ??= new Set(words(this.#text)));
  }

  get #text(): string {
    const { title, text } = this.passage;
    return `${title ?? ''} ${text}`;
  }
}

/** Shorter statements ("Yes, it does.") are found in any passage by accident, and missed as easily. */
export const LEAST_WORDS = 3;

/** Of a statement that names its passage, this share of the words must stand there; the rest is the model's own wording. */
const LEAST_SHARE_OF_NAMED = 0.5;

/** The share of a statement's different words (stems, without English stop words) that stand in the passage. */
export function shareOf(statementStems: readonly string[], candidate: Candidate): number {
  return statementStems.filter((stem) => candidate.stems.has(stem)).length / statementStems.length;
}

/**
 * Whether a passage supports a statement that names it: no number that the passage does not have, and half of the words
 * at the least. Too few words say nothing, and the model is believed.
 */
export function supports(candidate: Candidate, statement: string): boolean {
  const numbers = words(statement).filter((word) => /^\d+$/.test(word));
  if (!numbers.every((number) => candidate.words.has(number))) return false;
  const own = [...new Set(stems(statement))];
  return own.length < LEAST_WORDS || shareOf(own, candidate) >= LEAST_SHARE_OF_NAMED;
}
