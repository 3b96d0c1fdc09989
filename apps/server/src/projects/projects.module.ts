import { Module } from '@nestjs/common';
import { BudgetsModule } from '../budgets/budgets.module.ts';
import { RetrievalModule } from '../retrieval/retrieval.module.ts';
import { ProjectsController } from './projects.controller.ts';
import { ProjectsService } from './projects.service.ts';
import { ProjectsStore } from './projects.store.ts';
import { RemovalService } from './removal/removal.service.ts';
import { RemovalStore } from './removal/removal.store.ts';

@Module({
  imports: [BudgetsModule, RetrievalModule],
  controllers: [ProjectsController],
  providers: [ProjectsService, ProjectsStore, RemovalService, RemovalStore],
  exports: [ProjectsService],
})
export class ProjectsModule {}
