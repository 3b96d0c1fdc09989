import { Module } from '@nestjs/common';
import { BudgetsModule } from '../budgets/budgets.module.ts';
import { ChunkVectorsStore } from './embeddings/chunk-vectors.store.ts';
import { EmbeddingSpacesStore } from './embeddings/embedding-spaces.store.ts';
import { EmbeddingsService } from './embeddings/embeddings.service.ts';
import { ReembeddingService } from './embeddings/reembedding.service.ts';
import { VectorSearchService } from './hybrid/vector-search.service.ts';
import { VectorSearchStore } from './hybrid/vector-search.store.ts';
import { ChunkListService } from './listing/chunk-list.service.ts';
import { ChunkListStore } from './listing/chunk-list.store.ts';
import { ChunkIndex } from './indexing/chunk-index.service.ts';
import { LexicalIndexStore } from './lexical-index.store.ts';
import { LexicalSearchService } from './lexical/lexical-search.service.ts';
import { LexicalStatisticsStore } from './lexical-statistics.store.ts';
import { RerankingService } from './reranking/reranking.service.ts';
import { RetrievalService } from './retrieval.service.ts';
import { RetrievalStore } from './retrieval.store.ts';

@Module({
  imports: [BudgetsModule],
  providers: [
    ChunkListService,
    ChunkListStore,
    RetrievalService,
    RetrievalStore,
    LexicalSearchService,
    VectorSearchService,
    VectorSearchStore,
    ChunkIndex,
    LexicalIndexStore,
    LexicalStatisticsStore,
    RerankingService,
    EmbeddingsService,
    ReembeddingService,
    EmbeddingSpacesStore,
    ChunkVectorsStore,
  ],
  exports: [RetrievalService, ChunkListService, ChunkIndex, EmbeddingsService, ReembeddingService],
})
export class RetrievalModule {}
