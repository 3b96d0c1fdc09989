import { Controller, Headers, Param, Res } from '@nestjs/common';
import type { Chunk } from '@groundwire/client';
import { Operation } from '@groundwire/dto';
import type { FastifyReply } from 'fastify';
import { Tenant } from '../http/auth/tenant.decorator.ts';
import { Problem } from '../http/problems/problem.ts';
import { ProjectsService } from '../projects/projects.service.ts';
import { RetrievalService } from '../retrieval/retrieval.service.ts';
import type { StoredChunk } from '../retrieval/stored-chunk.ts';
import { PAGE_HEADERS, passagePage } from './passage-page.ts';

@Controller()
export class PassagesController {
  constructor(
    private readonly projects: ProjectsService,
    private readonly retrieval: RetrievalService,
  ) {}

  /** JSON for programs; a page for whoever follows a citation in a browser. */
  @Operation('getChunk')
  async getChunk(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Param('chunk_id') chunkId: string,
    @Headers('accept') accept: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const project = await this.projects.require(tenant, projectId);
    const chunk = await this.retrieval.getChunk(project.id, chunkId);
    if (chunk === undefined) throw new Problem('not_found');
    if (wantsPage(accept)) await reply.headers(PAGE_HEADERS).send(passagePage(chunk));
    else await reply.send(chunkBody(chunk));
  }
}

/** Browsers name the type; programs that accept anything get JSON. */
function wantsPage(accept = ''): boolean {
  return accept.includes('text/html') && !accept.includes('application/json');
}

function chunkBody({ id, documentId, position, startOffset, endOffset, text, place, metadata }: StoredChunk): Chunk {
  return {
    id,
    document: documentId,
    position,
    start_offset: startOffset,
    end_offset: endOffset,
    text,
    place,
    metadata,
  };
}
