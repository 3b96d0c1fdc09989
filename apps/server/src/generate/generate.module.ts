import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.ts';
import { ProjectsModule } from '../projects/projects.module.ts';
import { RetrievalModule } from '../retrieval/retrieval.module.ts';
import { ThinkingModule } from '../thinking/thinking.module.ts';
import { CandidatesService } from './candidates/candidates.service.ts';
import { EvidenceService } from './evidence/evidence.service.ts';
import { GenerateController } from './generate.controller.ts';
import { GenerateService } from './generate.service.ts';

@Module({
  imports: [ConversationsModule, ProjectsModule, RetrievalModule, ThinkingModule],
  controllers: [GenerateController],
  providers: [GenerateService, EvidenceService, CandidatesService],
})
export class GenerateModule {}
