import type { Adjustment, Place } from '@groundwire/client';

/** A chunk that was found for a question. */
export interface Passage {
  /** The chunk's id, a UUID. */
  id: string;
  documentId: string;
  /** The document's `title` metadata, when it is a text. */
  title: string | null;
  /** In [0, 1]; see `min_score` in openapi.yaml for its meaning. */
  score: number;
  /** The score by words alone; the same as `score` when retrieval is lexical. */
  scoreLexical?: number;
  /** How near in meaning, in [0, 1]; absent when it was not compared. */
  scoreVector?: number;
  /** What the reranking model gave it, in [0, 1]: by this the passages are in order. Absent when none was asked. */
  scoreReranking?: number;
  text: string;
  /** Where the document says it stands (openapi.yaml: `Place`). */
  place: Place;
  metadata: Record<string, unknown>;
}

/** What was found, and how. */
export interface Retrieval {
  passages: Passage[];
  mode: 'lexical' | 'hybrid';
  /** Why it was not found as the project wants it. */
  adjustments: Adjustment[];
  /** What vendors took for it in US dollars, as an exact decimal; null when that is not known. */
  cost: string | null;
}

/** What to look for. */
export interface RetrievalRequest {
  query: string;
  /** At least 1; see `MAX_K`. */
  k: number;
  minScore: number;
  /** As the caller wrote it; see `filter_documents` in openapi.yaml. */
  filter: Readonly<Record<string, unknown>>;
  /** Have the `k` judged again, and keep the best of them. */
  rerank?: { topN: number } | undefined;
}
