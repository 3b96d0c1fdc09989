import { Injectable } from '@nestjs/common';
import type { AskLlmRequest, QueryResult } from '@groundwire/client';
import { BudgetsService } from '../../budgets/budgets.service.ts';
import { ProjectsService } from '../../projects/projects.service.ts';
import type { Retrieval } from '../../retrieval/passage.ts';
import { RetrievalService } from '../../retrieval/retrieval.service.ts';
import { queryResultBody } from './response-bodies.ts';

/** What a search found, and what it took. */
export interface Searched {
  result: QueryResult;
  /** In US dollars, as an exact decimal; null when that is not known. */
  cost: string | null;
  /** How the limits stand that it took of, as headers. */
  limits: Readonly<Record<string, string>>;
}

/** Searches a project's passages; no model is asked. */
@Injectable()
export class QueryService {
  constructor(
    private readonly projects: ProjectsService,
    private readonly retrieval: RetrievalService,
    private readonly budgets: BudgetsService,
  ) {}

  /** Throws a Problem: 404 for a project that is not the tenant's, 400 for a malformed filter, 429 when a limit has no room for it. */
  async query(tenant: string, projectId: string, request: AskLlmRequest, signal: AbortSignal): Promise<Searched> {
    const project = await this.projects.require(tenant, projectId);
    const { query, k = 3, filter_documents: filter = {}, min_score: minScore = 0 } = request;
    const rerank = request.use_reranking === true ? { topN: request.top_n ?? 3 } : undefined;
    const search = { query, k, minScore, filter, rerank };
    const spending = this.budgets.open(tenant, project);
    const ceiling = spending.isLimited()
      ? await this.retrieval.ceiling(project, search, Buffer.byteLength(query))
      : undefined;
    const find = (): Promise<Retrieval> => this.retrieval.search(project, search, signal);
    const found =
      ceiling === undefined
        ? await find()
        : await spending.over({ ...ceiling, requests: 1 }, find, ({ cost }) => ({ budget: cost }));
    return { result: queryResultBody(found), cost: found.cost, limits: spending.headers };
  }
}
