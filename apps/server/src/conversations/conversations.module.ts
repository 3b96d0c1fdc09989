import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/projects.module.ts';
import { ConversationExpiryService } from './conversation-expiry.service.ts';
import { ConversationsController } from './conversations.controller.ts';
import { ConversationsService } from './conversations.service.ts';
import { ConversationsStore } from './conversations.store.ts';

@Module({
  imports: [ProjectsModule],
  controllers: [ConversationsController],
  providers: [ConversationsService, ConversationExpiryService, ConversationsStore],
  exports: [ConversationsService],
})
export class ConversationsModule {}
