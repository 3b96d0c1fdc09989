import { Body, Controller, Headers, Param } from '@nestjs/common';
import type { LlmAnswer, PublishedChunks, QueryResult } from '@groundwire/client';
import { AskLlmRequestDto, Operation } from '@groundwire/dto';
import { QueryService } from '../../documents/chunks/query.service.ts';
import { Tenant } from '../../http/auth/tenant.decorator.ts';
import { ClientSignal } from '../../http/client-signal.decorator.ts';
import { COMPAT, isPublishedShape, publishedChunks } from '../answer/published-chunks.ts';
import { isStrict, STRICT } from '../request/is-strict.ts';
import { refuseChanges } from '../request/refuse-changes.ts';
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
    @Headers(STRICT) strict: string | undefined,
    @Body() body: AskLlmRequestDto,
    @ClientSignal() signal: AbortSignal,
  ): Promise<LlmAnswer | PublishedChunks> {
    const answer = await this.asking.ask(tenant, projectId, body, isStrict(strict, body), signal);
    return isPublishedShape(compat) ? { result: publishedChunks(answer.sources ?? []) } : answer;
  }

  @Operation('queryProject')
  async query(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Headers(COMPAT) compat: string | undefined,
    @Headers(STRICT) strict: string | undefined,
    @Body() body: AskLlmRequestDto,
    @ClientSignal() signal: AbortSignal,
  ): Promise<QueryResult | LlmAnswer> {
    if (isPublishedShape(compat)) return this.asking.ask(tenant, projectId, body, isStrict(strict, body), signal);
    const found = await this.queries.query(tenant, projectId, body, signal);
    if (isStrict(strict, body)) refuseChanges(found.adjustments);
    return found;
  }
}
