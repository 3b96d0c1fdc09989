import { Body, Controller, Param } from '@nestjs/common';
import type { CreatedProject, LimitReport, Project, ProjectInfo, ProjectSettings } from '@groundwire/client';
import { CreateProjectRequestDto, LimitsDto, Operation, UpdateProjectRequestDto } from '@groundwire/dto';
import { Tenant } from '../http/auth/tenant.decorator.ts';
import { ProjectsService } from './projects.service.ts';

@Controller()
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Operation('createProject')
  create(@Tenant() tenant: string, @Body() body: CreateProjectRequestDto): Promise<CreatedProject> {
    return this.projects.create(tenant, body);
  }

  @Operation('listProjects')
  list(@Tenant() tenant: string): Promise<Project[]> {
    return this.projects.list(tenant);
  }

  @Operation('getProject')
  get(@Tenant() tenant: string, @Param('project_id') id: string): Promise<Project> {
    return this.projects.get(tenant, id);
  }

  @Operation('getProjectInfo')
  info(@Tenant() tenant: string, @Param('project_id') id: string): Promise<ProjectInfo> {
    return this.projects.info(tenant, id);
  }

  @Operation('updateProject')
  update(
    @Tenant() tenant: string,
    @Param('project_id') id: string,
    @Body() body: UpdateProjectRequestDto,
  ): Promise<ProjectSettings> {
    return this.projects.update(tenant, id, body);
  }

  @Operation('getLimits')
  limits(@Tenant() tenant: string, @Param('project_id') id: string): Promise<LimitReport> {
    return this.projects.limits(tenant, id);
  }

  @Operation('replaceLimits')
  replaceLimits(
    @Tenant() tenant: string,
    @Param('project_id') id: string,
    @Body() body: LimitsDto,
  ): Promise<LimitReport> {
    return this.projects.replaceLimits(tenant, id, body);
  }

  @Operation('deleteProject')
  delete(@Tenant() tenant: string, @Param('project_id') id: string): Promise<void> {
    return this.projects.delete(tenant, id);
  }
}
