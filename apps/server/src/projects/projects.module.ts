import { Module } from '@nestjs/common';
import { ProjectsController } from './projects.controller.ts';
import { ProjectsService } from './projects.service.ts';
import { ProjectsStore } from './projects.store.ts';

@Module({ controllers: [ProjectsController], providers: [ProjectsService, ProjectsStore], exports: [ProjectsService] })
export class ProjectsModule {}
