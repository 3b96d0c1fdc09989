import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/projects.module.ts';
import type { Config } from '../config.ts';
import { expiryOf, type ExpiryRule } from '../retention/expiry.service.ts';
import { ConversationsController } from './conversations.controller.ts';
import { ConversationsService } from './conversations.service.ts';
import { ConversationsStore } from './conversations.store.ts';

@Module({
  imports: [ProjectsModule],
  controllers: [ConversationsController],
  providers: [ConversationsService, ConversationsStore, expiryOf(ConversationsStore, conversationExpiry)],
  exports: [ConversationsService],
})
export class ConversationsModule {}

/** A conversation may rest for `CONVERSATION_TTL_DAYS`; 0 is for ever. Each is removed with all its turns. */
export function conversationExpiry({ conversationTtlDays }: Pick<Config, 'conversationTtlDays'>): ExpiryRule {
  return { what: 'conversations', maxAgeDays: conversationTtlDays || undefined, batch: 20 };
}
