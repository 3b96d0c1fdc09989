import { Body, Controller, Param } from '@nestjs/common';
import type { AddedTexts } from '@groundwire/client';
import { AddTextRequestDto, Operation } from '@groundwire/dto';
import { Tenant } from '../http/auth/tenant.decorator.ts';
import { ClientSignal } from '../http/client-signal.decorator.ts';
import { ProjectsService } from '../projects/projects.service.ts';
import { DocumentsService } from './documents.service.ts';

@Controller()
export class DocumentsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly documents: DocumentsService,
  ) {}

  @Operation('addText')
  async addText(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Body() body: AddTextRequestDto,
    @ClientSignal() signal: AbortSignal,
  ): Promise<AddedTexts> {
    return this.documents.addText(await this.projects.require(tenant, projectId), body, signal);
  }
}
