import { createLlm, type Llm, type LlmSettings } from '@groundwire/llm';
import type { Database } from '../../database/database.ts';
import { createLogger } from '../../logging.ts';
import { ChunkVectorsStore } from '../embeddings/chunk-vectors.store.ts';
import { EmbeddingSpacesStore } from '../embeddings/embedding-spaces.store.ts';
import { EmbeddingsService } from '../embeddings/embeddings.service.ts';
import { ReembeddingService } from '../embeddings/reembedding.service.ts';
import { ChunkIndex } from '../indexing/chunk-index.service.ts';
import { LexicalIndexStore } from '../lexical-index.store.ts';
import { RetrievalService } from '../retrieval.service.ts';
import { RetrievalStore } from '../retrieval.store.ts';

/** The parts of this room over a database, for specs. */
export interface RetrievalParts {
  llm: Llm;
  index: ChunkIndex;
  retrieval: RetrievalService;
  embeddings: EmbeddingsService;
  reembedding: ReembeddingService;
}

/** Without a vendor, unless the settings name one. */
export function makeRetrieval(database: Database, settings: Partial<LlmSettings> = {}): RetrievalParts {
  const llm = createLlm({
    apiKeys: {},
    baseUrls: {},
    headersTimeoutMs: 2_000,
    idleTimeoutMs: 2_000,
    totalTimeoutMs: 10_000,
    maxRetries: 0,
    parameterNames: [],
    ...settings,
  });
  const spaces = new EmbeddingSpacesStore(database);
  const vectors = new ChunkVectorsStore(database);
  const reembedding = new ReembeddingService(llm, spaces, vectors, createLogger('silent'));
  const embeddings = new EmbeddingsService(llm, spaces, reembedding);
  const index = new ChunkIndex(new LexicalIndexStore(), embeddings, vectors);
  return { llm, index, retrieval: new RetrievalService(new RetrievalStore(database)), embeddings, reembedding };
}
