import type { Annotation, Source } from '@groundwire/client';

/** An answer's text with `[n]` behind each cited span, where n is the number of its source. */
export function cite(text: string, annotations: readonly Annotation[], sources: readonly Source[]): string {
  const marks = annotations
    .map(({ url_citation }) => ({
      place: url_citation.end_index,
      number: sources.findIndex(({ id }) => id === url_citation.chunk_id) + 1,
    }))
    .filter(({ number }) => number > 0)
    .sort((left, right) => right.place - left.place);
  return marks.reduce(
    (marked, { place, number }) => `${marked.slice(0, place)} [${number}]${marked.slice(place)}`,
    text,
  );
}
