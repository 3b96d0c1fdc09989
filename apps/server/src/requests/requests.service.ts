import { Injectable } from '@nestjs/common';
import type { RequestDetail, RequestList, UsageReport } from '@groundwire/client';
import { Problem } from '../http/problems/problem.ts';
import { ProjectsService } from '../projects/projects.service.ts';
import type { RequestFilter } from './reading/request-filter.ts';
import { RequestLogService } from './recording/request-log.service.ts';
import { RequestsStore } from './requests.store.ts';
import { detailBody, recordBody, usageBody } from './response-bodies.ts';

/** Which part of a list is asked for. */
export interface Page {
  limit: number;
  /** The last request of the page before. */
  after: string | undefined;
}

/** Reads what was recorded. Each method throws a Problem (404) for a project that is not the tenant's. */
@Injectable()
export class RequestsService {
  constructor(
    private readonly store: RequestsStore,
    private readonly projects: ProjectsService,
    private readonly log: RequestLogService,
  ) {}

  async list(tenant: string, projectId: string, filter: RequestFilter, { limit, after }: Page): Promise<RequestList> {
    await this.#ready(tenant, projectId);
    const rows = await this.store.page(projectId, filter, limit + 1, after);
    const page = rows.slice(0, limit);
    return { requests: page.map(recordBody), next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
  }

  async get(tenant: string, projectId: string, id: string): Promise<RequestDetail> {
    await this.#ready(tenant, projectId);
    const row = await this.store.find(projectId, id);
    if (row === undefined) throw new Problem('not_found');
    return detailBody(row);
  }

  async usage(tenant: string, projectId: string, filter: RequestFilter): Promise<UsageReport> {
    await this.#ready(tenant, projectId);
    return usageBody(await this.store.usage(projectId, filter));
  }

  async #ready(tenant: string, projectId: string): Promise<void> {
    await this.projects.require(tenant, projectId);
    await this.log.written();
  }
}
