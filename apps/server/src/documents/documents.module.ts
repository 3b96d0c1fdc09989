import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/projects.module.ts';
import { RetrievalModule } from '../retrieval/retrieval.module.ts';
import { DocumentsController } from './documents.controller.ts';
import { DocumentsService } from './documents.service.ts';
import { DocumentsStore } from './documents.store.ts';

@Module({
  imports: [ProjectsModule, RetrievalModule],
  controllers: [DocumentsController],
  providers: [DocumentsService, DocumentsStore],
  exports: [DocumentsService],
})
export class DocumentsModule {}
