import type { Source } from '@groundwire/client';
import type { Passage } from '../../retrieval/passage.ts';

/** A passage as the answer's `sources` show it. */
export function sourceOf({ id, documentId, title, score, text, place, metadata }: Passage): Source {
  return { id, document: documentId, title, score, text, place, metadata };
}
