import { Body, Controller, Param } from '@nestjs/common';
import type { AddedTexts, Chunk, QueryResult } from '@groundwire/client';
import { AddTextRequestDto, Operation, QueryRequestDto } from '@groundwire/dto';
import { Tenant } from '../http/auth/tenant.decorator.ts';
import { ClientSignal } from '../http/client-signal.decorator.ts';
import { Problem } from '../http/problems/problem.ts';
import { ProjectsService } from '../projects/projects.service.ts';
import { RetrievalService } from '../retrieval/retrieval.service.ts';
import { DocumentsService } from './documents.service.ts';
import { chunkBody, queryResultBody } from './response-bodies.ts';

@Controller()
export class DocumentsController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly documents: DocumentsService,
    private readonly retrieval: RetrievalService,
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

  @Operation('queryProject')
  async query(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Body() { query, k = 3, filter_documents = {}, min_score = 0 }: QueryRequestDto,
  ): Promise<QueryResult> {
    const project = await this.projects.require(tenant, projectId);
    const request = { query, k, minScore: min_score, filter: filter_documents };
    return queryResultBody(await this.retrieval.retrieve(project, request));
  }

  @Operation('getChunk')
  async getChunk(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Param('chunk_id') chunkId: string,
  ): Promise<Chunk> {
    const project = await this.projects.require(tenant, projectId);
    const chunk = await this.retrieval.getChunk(project.id, chunkId);
    if (chunk === undefined) throw new Problem('not_found');
    return chunkBody(chunk);
  }
}
