import { Module } from '@nestjs/common';
import { expiryOf } from '../retention/expiry.service.ts';
import { thinkingExpiry } from './thinking-expiry.ts';
import { ThinkingService } from './thinking.service.ts';
import { ThinkingStore } from './thinking.store.ts';

@Module({
  providers: [ThinkingService, ThinkingStore, expiryOf(ThinkingStore, thinkingExpiry)],
  exports: [ThinkingService],
})
export class ThinkingModule {}
