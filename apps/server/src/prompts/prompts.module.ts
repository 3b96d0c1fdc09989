import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/projects.module.ts';
import { PromptsController } from './prompts.controller.ts';
import { PromptsService } from './prompts.service.ts';
import { PromptsStore } from './prompts.store.ts';

@Module({
  imports: [ProjectsModule],
  controllers: [PromptsController],
  providers: [PromptsService, PromptsStore],
  exports: [PromptsService],
})
export class PromptsModule {}
