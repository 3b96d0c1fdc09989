import { Controller, Param, Query } from '@nestjs/common';
import type { RequestDetail, RequestList, UsageReport } from '@groundwire/client';
import { Operation } from '@groundwire/dto';
import { Tenant } from '../http/auth/tenant.decorator.ts';
import { readFilter } from './reading/request-filter.ts';
import { RequestsService } from './requests.service.ts';

const DEFAULT_LIMIT = 20;

type Texts = Record<string, string | undefined>;

@Controller()
export class RequestsController {
  constructor(private readonly requests: RequestsService) {}

  @Operation('listRequests')
  list(@Tenant() tenant: string, @Param('project_id') projectId: string, @Query() query: Texts): Promise<RequestList> {
    const page = { limit: query.limit ? Number(query.limit) : DEFAULT_LIMIT, after: query.cursor || undefined };
    return this.requests.list(tenant, projectId, readFilter('listRequests', query), page);
  }

  @Operation('getRequest')
  get(
    @Tenant() tenant: string,
    @Param('project_id') projectId: string,
    @Param('request_id') id: string,
  ): Promise<RequestDetail> {
    return this.requests.get(tenant, projectId, id);
  }

  @Operation('getUsage')
  usage(@Tenant() tenant: string, @Param('project_id') projectId: string, @Query() query: Texts): Promise<UsageReport> {
    return this.requests.usage(tenant, projectId, readFilter('getUsage', query));
  }
}
