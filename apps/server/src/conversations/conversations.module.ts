import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/projects.module.ts';
import { expiryOf } from '../retention/expiry.service.ts';
import { conversationExpiry } from './conversation-expiry.ts';
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
