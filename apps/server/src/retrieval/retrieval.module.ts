import { Module } from '@nestjs/common';
import { LexicalIndexStore } from './lexical-index.store.ts';
import { RetrievalService } from './retrieval.service.ts';
import { RetrievalStore } from './retrieval.store.ts';

@Module({
  providers: [RetrievalService, RetrievalStore, LexicalIndexStore],
  exports: [RetrievalService, LexicalIndexStore],
})
export class RetrievalModule {}
