import { Module } from '@nestjs/common';
import { BudgetsModule } from '../budgets/budgets.module.ts';
import { ConversationsModule } from '../conversations/conversations.module.ts';
import { DocumentsModule } from '../documents/documents.module.ts';
import { ProjectsModule } from '../projects/projects.module.ts';
import { PromptsModule } from '../prompts/prompts.module.ts';
import { RequestsModule } from '../requests/requests.module.ts';
import { RetrievalModule } from '../retrieval/retrieval.module.ts';
import { ThinkingModule } from '../thinking/thinking.module.ts';
import { AskingController } from './asking/asking.controller.ts';
import { AskingService } from './asking/asking.service.ts';
import { CandidatesService } from './candidates/candidates.service.ts';
import { EvidenceService } from './evidence/evidence.service.ts';
import { GenerateController } from './generate.controller.ts';
import { GenerateService } from './generate.service.ts';
import { HistoryService } from './history/history.service.ts';

@Module({
  imports: [
    BudgetsModule,
    ConversationsModule,
    DocumentsModule,
    ProjectsModule,
    PromptsModule,
    RequestsModule,
    RetrievalModule,
    ThinkingModule,
  ],
  controllers: [GenerateController, AskingController],
  providers: [GenerateService, AskingService, EvidenceService, CandidatesService, HistoryService],
})
export class GenerateModule {}
