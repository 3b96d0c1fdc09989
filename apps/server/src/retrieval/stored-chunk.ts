import type { Place } from '@groundwire/client';

/** A chunk as it is stored, and where it stands in its document. */
export interface StoredChunk {
  id: string;
  documentId: string;
  /** Number of the chunk in its document, from 0. */
  position: number;
  /** UTF-16 code units in the document. */
  startOffset: number;
  endOffset: number;
  text: string;
  /** Where the document says it stands (openapi.yaml: `Place`). */
  place: Place;
  /** The document's metadata. */
  metadata: Record<string, unknown>;
}
