import type { EmbeddingRequest } from '../task-types.ts';
import type { EmbeddingVendor } from './embedding-vendors.ts';

/** A wire for embeddings: pure functions, as a chat's dialect is. */
export interface EmbeddingWire {
  path: string;
  toBody(model: string, request: EmbeddingRequest, vendor: EmbeddingVendor): Readonly<Record<string, unknown>>;
  /** The vectors in the order of the texts, and the tokens read; undefined for what is not this wire. */
  fromBody(body: unknown): { vectors: (Float32Array | undefined)[]; inputTokens: number } | undefined;
}
