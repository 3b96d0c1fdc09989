import { Controller, Inject, Param } from '@nestjs/common';
import type { ModelList } from '@groundwire/client';
import { Operation } from '@groundwire/dto';
import type { Llm } from '@groundwire/llm';
import { Tenant } from '../http/auth/tenant.decorator.ts';
import { ClientSignal } from '../http/client-signal.decorator.ts';
import { ProjectsService } from '../projects/projects.service.ts';
import { LLM } from '../llm/llm.token.ts';

@Controller()
export class ModelsController {
  constructor(
    @Inject(LLM) private readonly llm: Llm,
    private readonly projects: ProjectsService,
  ) {}

  @Operation('listModels')
  async list(@ClientSignal() signal: AbortSignal): Promise<ModelList> {
    const { models, unavailable } = await this.llm.listModels(signal);
    return { object: 'list', data: models.map((model) => ({ object: 'model', ...model })), unavailable };
  }

  @Operation('listProjectModels')
  async listForProject(
    @Tenant() tenant: string,
    @Param('project_id') id: string,
    @ClientSignal() signal: AbortSignal,
  ): Promise<ModelList> {
    await this.projects.require(tenant, id);
    return this.list(signal);
  }
}
