import { Module } from '@nestjs/common';
import { ThinkingExpiryService } from './thinking-expiry.service.ts';
import { ThinkingService } from './thinking.service.ts';
import { ThinkingStore } from './thinking.store.ts';

@Module({ providers: [ThinkingService, ThinkingExpiryService, ThinkingStore], exports: [ThinkingService] })
export class ThinkingModule {}
