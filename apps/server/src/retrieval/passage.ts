import type { Place } from '@groundwire/client';

/** A chunk that was found for a question. */
export interface Passage {
  /** The chunk's id, a UUID. */
  id: string;
  documentId: string;
  /** The document's `title` metadata, when it is a text. */
  title: string | null;
  /** In [0, 1]; see `min_score` in openapi.yaml for its meaning. */
  score: number;
  text: string;
  /** Where the document says it stands (openapi.yaml: `Place`). */
  place: Place;
  metadata: Record<string, unknown>;
}

/** What to look for. */
export interface RetrievalRequest {
  query: string;
  /** At least 1; see `MAX_K`. */
  k: number;
  minScore: number;
  /** As the caller wrote it; see `filter_documents` in openapi.yaml. */
  filter: Readonly<Record<string, unknown>>;
}
