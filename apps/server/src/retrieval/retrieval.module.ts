import { Module } from '@nestjs/common';
import { ChunkIndex } from './indexing/chunk-index.service.ts';
import { LexicalIndexStore } from './lexical-index.store.ts';
import { RetrievalService } from './retrieval.service.ts';
import { RetrievalStore } from './retrieval.store.ts';

@Module({
  providers: [RetrievalService, RetrievalStore, ChunkIndex, LexicalIndexStore],
  exports: [RetrievalService, ChunkIndex],
})
export class RetrievalModule {}
