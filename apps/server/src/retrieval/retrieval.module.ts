import { Module } from '@nestjs/common';
import { ChunkListService } from './listing/chunk-list.service.ts';
import { ChunkListStore } from './listing/chunk-list.store.ts';
import { ChunkIndex } from './indexing/chunk-index.service.ts';
import { LexicalIndexStore } from './lexical-index.store.ts';
import { LexicalStatisticsStore } from './lexical-statistics.store.ts';
import { RetrievalService } from './retrieval.service.ts';
import { RetrievalStore } from './retrieval.store.ts';

@Module({
  providers: [
    ChunkListService,
    ChunkListStore,
    RetrievalService,
    RetrievalStore,
    ChunkIndex,
    LexicalIndexStore,
    LexicalStatisticsStore,
  ],
  exports: [RetrievalService, ChunkListService, ChunkIndex],
})
export class RetrievalModule {}
