import { Body, Controller, Headers, Param, Req, Res } from '@nestjs/common';
import type { LlmAnswer, PublishedChunks, QueryResult } from '@groundwire/client';
import { AskLlmRequestDto, Operation } from '@groundwire/dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryService } from '../../documents/chunks/query.service.ts';
import { Tenant } from '../../http/auth/tenant.decorator.ts';
import { ClientSignal } from '../../http/client-signal.decorator.ts';
import { RequestLogService } from '../../requests/recording/request-log.service.ts';
import { COMPAT, isPublishedShape, publishedChunks } from '../answer/published-chunks.ts';
import { isStrict, STRICT } from '../request/is-strict.ts';
import { refuseChanges } from '../request/refuse-changes.ts';
import { AskingService } from './asking.service.ts';
import { logQuery } from './log-query.ts';

/** The older pair of operations, whose published shapes are the other way round from what real clients get. */
@Controller()
export class AskingController {
  constructor(
    private readonly asking: AskingService,
    private readonly queries: QueryService,
    private readonly requests: RequestLogService,
  ) {}

  @Operation('askLlm')
  async ask(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Headers(COMPAT) compat: string | undefined,
    @Headers(STRICT) strict: string | undefined,
    @Req() { id: requestId }: FastifyRequest,
    @Body() body: AskLlmRequestDto,
    @ClientSignal() signal: AbortSignal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LlmAnswer | PublishedChunks> {
    const asker = { tenant, projectId, requestId, strict: isStrict(strict, body) };
    const { answer, limits } = await this.asking.ask(asker, body, signal);
    void reply.headers(limits);
    return isPublishedShape(compat) ? { result: publishedChunks(answer.sources ?? []) } : answer;
  }

  @Operation('queryProject')
  async query(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Headers(COMPAT) compat: string | undefined,
    @Headers(STRICT) strict: string | undefined,
    @Req() { id: requestId }: FastifyRequest,
    @Body() body: AskLlmRequestDto,
    @ClientSignal() signal: AbortSignal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QueryResult | LlmAnswer> {
    const asker = { tenant, projectId, requestId, strict: isStrict(strict, body) };
    if (isPublishedShape(compat)) {
      const { answer, limits } = await this.asking.ask(asker, body, signal);
      void reply.headers(limits);
      return answer;
    }
    const searched = await this.queries.query(tenant, projectId, body, signal);
    const { result, limits } = searched;
    logQuery(this.requests.entryOf(requestId), body, searched);
    void reply.headers(limits);
    if (asker.strict) refuseChanges(result.adjustments);
    return result;
  }
}
