import { Module } from '@nestjs/common';
import { ProjectsModule } from '../projects/projects.module.ts';
import { ModelsController } from './models.controller.ts';

@Module({ imports: [ProjectsModule], controllers: [ModelsController] })
export class ModelsModule {}
