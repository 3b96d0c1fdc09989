import { createLlm, createModelTable, type Llm, type LlmSettings } from '@groundwire/llm';
import { BudgetsService } from '../../budgets/budgets.service.ts';
import { BudgetsStore } from '../../budgets/budgets.store.ts';
import { loadConfig } from '../../config.ts';
import type { Database } from '../../database/database.ts';
import { CallCosts } from '../../llm/call-costs.service.ts';
import { createLogger } from '../../logging.ts';
import { ChunkVectorsStore } from '../embeddings/chunk-vectors.store.ts';
import { EmbeddingSpacesStore } from '../embeddings/embedding-spaces.store.ts';
import { EmbeddingsService } from '../embeddings/embeddings.service.ts';
import { ReembeddingService } from '../embeddings/reembedding.service.ts';
import { ChunkIndex } from '../indexing/chunk-index.service.ts';
import { VectorSearchService } from '../hybrid/vector-search.service.ts';
import { VectorSearchStore } from '../hybrid/vector-search.store.ts';
import { LexicalIndexStore } from '../lexical-index.store.ts';
import { LexicalSearchService } from '../lexical/lexical-search.service.ts';
import { LexicalStatisticsStore } from '../lexical-statistics.store.ts';
import { RerankingService } from '../reranking/reranking.service.ts';
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
  const log = createLogger('silent');
  const spaces = new EmbeddingSpacesStore(database);
  const vectors = new ChunkVectorsStore(database);
  const reembedding = new ReembeddingService(llm, spaces, vectors, log);
  const costs = new CallCosts(createModelTable());
  const budgets = new BudgetsService(new BudgetsStore(database), loadConfig({}), log);
  const embeddings = new EmbeddingsService(llm, spaces, reembedding, budgets, costs);
  const statistics = new LexicalStatisticsStore(database);
  const index = new ChunkIndex(new LexicalIndexStore(statistics), embeddings, vectors);
  const store = new RetrievalStore(database);
  const vectorSearch = new VectorSearchService(new VectorSearchStore(database), store, log);
  const lexicalSearch = new LexicalSearchService(store, statistics);
  const reranking = new RerankingService(llm, costs);
  const retrieval = new RetrievalService(store, lexicalSearch, vectorSearch, embeddings, reranking, costs);
  return { llm, index, retrieval, embeddings, reembedding };
}
