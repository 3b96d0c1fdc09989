import type { Annotation, Choice, CitationReport } from '@groundwire/client';
import type { Passage } from '../../../retrieval/passage.ts';
import { type Citation, toAnnotation } from './annotate.ts';
import { CitedText } from './cited-text.ts';
import { Candidate } from './support.ts';

/** How the answers of one call are cited. Made once for each call; a text is begun for each of its choices. */
export class Citing {
  readonly #candidates: readonly Candidate[];
  readonly #texts = new Map<number, CitedText>();

  constructor(
    passages: readonly Passage[],
    private readonly keepsMarkers: boolean,
    private readonly urlOf: (passage: Passage) => string,
  ) {
    this.#candidates = passages.map((passage) => new Candidate(passage));
  }

  textOf(index: number): CitedText {
    const known = this.#texts.get(index);
    if (known !== undefined) return known;
    const text = new CitedText(this.#candidates, this.keepsMarkers);
    this.#texts.set(index, text);
    return text;
  }

  annotations(citations: readonly Citation[]): Annotation[] {
    return citations.map((citation) => toAnnotation(citation, this.urlOf(citation.passage)));
  }

  /** So far, over all choices. */
  get report(): CitationReport {
    const texts = [...this.#texts.values()];
    return {
      cited: texts.reduce((sum, { cited }) => sum + cited, 0),
      removed: texts.reduce((sum, { removed }) => sum + removed, 0),
    };
  }

  /** A whole choice, cited. */
  choice(choice: Choice): Choice {
    const { content, annotations: own = [] } = choice.message;
    if (!content) return choice;
    const cited = this.textOf(choice.index);
    const [begun, ended] = [cited.push(content), cited.end()];
    const annotations = [
      ...own.map((annotation) => moved(annotation, cited)),
      ...this.annotations([...begun.citations, ...ended.citations]),
    ];
    return { ...choice, message: { ...choice.message, content: begun.text + ended.text, annotations } };
  }
}

/** A vendor's own citation counts in the text as the vendor sent it. */
export function moved(annotation: Annotation, text: CitedText): Annotation {
  const { start_index: start, end_index: end, ...others } = annotation.url_citation;
  const places = { start_index: text.placeOf(start), end_index: text.placeOf(end) };
  return { ...annotation, url_citation: { ...others, ...places } };
}
