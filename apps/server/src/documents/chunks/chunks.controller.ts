import { Body, Controller, Param, Query } from '@nestjs/common';
import type { ChunkList, DeletedChunks } from '@groundwire/client';
import { DeleteChunksRequestDto, ListChunksRequestDto, Operation } from '@groundwire/dto';
import { Tenant } from '../../http/auth/tenant.decorator.ts';
import { ClientSignal } from '../../http/client-signal.decorator.ts';
import { ProjectsService } from '../../projects/projects.service.ts';
import { ChunksService } from './chunks.service.ts';
import { namedChunks } from './named-chunks.ts';

@Controller()
export class ChunksController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly chunks: ChunksService,
  ) {}

  @Operation('listChunkIds')
  async list(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Body() body: ListChunksRequestDto,
  ): Promise<ChunkList> {
    return this.chunks.list(await this.projects.require(tenant, projectId), body);
  }

  @Operation('deleteChunk')
  async delete(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Query('id') id: string | undefined,
    @Query('chunk_ids') chunkIds: string | undefined,
    @Body() body: DeleteChunksRequestDto | undefined,
    @ClientSignal() signal: AbortSignal,
  ): Promise<DeletedChunks> {
    const project = await this.projects.require(tenant, projectId);
    return this.chunks.delete(project, namedChunks({ id, chunkIds }, body), signal);
  }

  @Operation('deleteAllChunks')
  async deleteAll(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @ClientSignal() signal: AbortSignal,
  ): Promise<DeletedChunks> {
    return this.chunks.delete(await this.projects.require(tenant, projectId), undefined, signal);
  }
}
