import { Body, Controller, Headers, Param, Res } from '@nestjs/common';
import type { LlmAnswer, PublishedChunks, QueryResult } from '@groundwire/client';
import { AskLlmRequestDto, Operation } from '@groundwire/dto';
import type { FastifyReply } from 'fastify';
import { QueryService } from '../../documents/chunks/query.service.ts';
import { Tenant } from '../../http/auth/tenant.decorator.ts';
import { ClientSignal } from '../../http/client-signal.decorator.ts';
import { COMPAT, isPublishedShape, publishedChunks } from '../answer/published-chunks.ts';
import { AskingService } from './asking.service.ts';

/** The older pair of operations, whose published shapes are the other way round from what real clients get. */
@Controller()
export class AskingController {
  constructor(
    private readonly asking: AskingService,
    private readonly queries: QueryService,
  ) {}

  @Operation('askLlm')
  async ask(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Headers(COMPAT) compat: string | undefined,
    @Body() body: AskLlmRequestDto,
    @ClientSignal() signal: AbortSignal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LlmAnswer | PublishedChunks> {
    const { answer, limits } = await this.asking.ask(tenant, projectId, body, signal);
    void reply.headers(limits);
    return isPublishedShape(compat) ? { result: publishedChunks(answer.sources ?? []) } : answer;
  }

  @Operation('queryProject')
  async query(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Headers(COMPAT) compat: string | undefined,
    @Body() body: AskLlmRequestDto,
    @ClientSignal() signal: AbortSignal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QueryResult | LlmAnswer> {
    if (!isPublishedShape(compat)) return this.queries.query(tenant, projectId, body, signal);
    const { answer, limits } = await this.asking.ask(tenant, projectId, body, signal);
    void reply.headers(limits);
    return answer;
  }
}
