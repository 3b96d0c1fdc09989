import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type {
  CreatedProject,
  CreateProjectRequest,
  EmbeddingsReport,
  LimitReport,
  Limits,
  LimitState,
  Project as ProjectBody,
  ProjectInfo,
  ProjectSettings,
  UpdateProjectRequest,
} from '@groundwire/client';
import { BudgetsService } from '../budgets/budgets.service.ts';
import type { LimitState as LimitUseState } from '../budgets/budgets.store.ts';
import { Problem } from '../http/problems/problem.ts';
import type { EmbeddingProgress } from '../retrieval/embeddings/embedding-space.ts';
import { EmbeddingsService } from '../retrieval/embeddings/embeddings.service.ts';
import { creationAdjustments } from './creation-adjustments.ts';
import { givenLimits } from './given-limits.ts';
import { updateAdjustments } from './update-adjustments.ts';
import type { Project } from './project.ts';
import { ProjectsStore } from './projects.store.ts';
import { RemovalService } from './removal/removal.service.ts';

/** What a project's info names when its creator named no model: the model that `ask_llm` falls back to. */
const DEFAULT_LLM = { provider: 'local', model: 'extractive' };

/** Longer nobody waits for the removal of what he deleted and cannot see any more. */
const LONGEST_REMOVAL_MS = 1_000;

@Injectable()
export class ProjectsService {
  constructor(
    private readonly store: ProjectsStore,
    private readonly embeddings: EmbeddingsService,
    private readonly budgets: BudgetsService,
    private readonly removal: RemovalService,
  ) {}

  /** Throws a Problem (400) when the request names an id that is taken. */
  async create(tenant: string, request: CreateProjectRequest): Promise<CreatedProject> {
    const id = request.project_id?.toLowerCase() ?? randomUUID();
    const { db_provider, ocr_provider, speech_to_text_provider } = request;
    const isNew = await this.store.insert(tenant, {
      id,
      projectName: request.project_name,
      collectionName: request.collection_name,
      embeddingsProvider: request.embeddings_provider,
      llmProvider: request.llm_provider ?? null,
      llmModel: request.llm_model ?? null,
      chunkSize: request.chunk_size ?? null,
      chunkSeparators: request.chunk_separators ?? null,
      settings: { db_provider, ocr_provider, speech_to_text_provider },
      limits: givenLimits(request.limits ?? {}, 'limits.'),
    });
    if (!isNew) throw new Problem('invalid_request_error', 'project_id is taken.', { param: 'project_id' });
    return {
      project_id: id,
      adjustments: creationAdjustments(
        request,
        this.embeddings.modelOf({ embeddingsProvider: request.embeddings_provider }),
      ),
    };
  }

  async update(tenant: string, id: string, request: UpdateProjectRequest): Promise<ProjectSettings> {
    const { ocr_provider, speech_to_text_provider } = request;
    const updated = await this.store.update(tenant, id, {
      llmProvider: request.llm_provider ?? null,
      llmModel: request.llm_model ?? null,
      chunkSize: request.chunk_size ?? null,
      chunkSeparators: request.chunk_separators ?? null,
      embeddingsProvider: request.embeddings_provider ?? null,
      settings: { ocr_provider, speech_to_text_provider },
    });
    if (updated === undefined) throw new Problem('not_found');
    if (request.embeddings_provider !== undefined) this.embeddings.change(id);
    return {
      ocr_provider: updated.ocrProvider,
      speech_to_text_provider: updated.speechToTextProvider,
      llm_provider: updated.llmProvider ?? DEFAULT_LLM.provider,
      llm_model: updated.llmModel ?? DEFAULT_LLM.model,
      chunk_size: updated.chunkSize,
      chunk_separators: updated.chunkSeparators,
      embeddings_provider: updated.embeddingsProvider,
      adjustments: updateAdjustments(request, this.embeddings.modelOf(updated)),
    };
  }

  async list(tenant: string): Promise<ProjectBody[]> {
    return (await this.store.list(tenant)).map(toBody);
  }

  async get(tenant: string, id: string): Promise<ProjectBody> {
    return toBody(await this.require(tenant, id));
  }

  async info(tenant: string, id: string): Promise<ProjectInfo> {
    const project = await this.require(tenant, id);
    const { llmProvider, llmModel, chunkCount, limits } = project;
    const model = this.embeddings.modelOf(project);
    const spaces = await this.embeddings.progress(id);
    return {
      db_provider: this.store.engine,
      embeddings_provider: model?.slice(0, model.indexOf('/')) ?? 'none',
      embeddings_model: model ?? null,
      embeddings: spaces.map(toProgress),
      llm_provider: llmProvider ?? DEFAULT_LLM.provider,
      llm_model: llmModel ?? DEFAULT_LLM.model,
      collection_size: chunkCount,
      limits,
    };
  }

  /** Throws the same 404 for a project of another tenant as for one that never existed. */
  async require(tenant: string, id: string): Promise<Project> {
    const project = await this.store.find(tenant, id);
    if (project === undefined) throw new Problem('not_found');
    return project;
  }

  async limits(tenant: string, id: string): Promise<LimitReport> {
    return this.#limitReport(tenant, await this.require(tenant, id));
  }

  async replaceLimits(tenant: string, id: string, limits: Limits): Promise<LimitReport> {
    const project = await this.store.replaceLimits(tenant, id, givenLimits(limits, ''));
    if (project === undefined) throw new Problem('not_found');
    return this.#limitReport(tenant, project);
  }

  async #limitReport(tenant: string, project: Project): Promise<LimitReport> {
    return { limits: project.limits, state: (await this.budgets.state(tenant, project)).map(toLimitState) };
  }

  /** What the project holds is removed when this resolves, but of a large one: that goes on in the background. */
  async delete(tenant: string, id: string): Promise<void> {
    if (!(await this.store.delete(tenant, id))) throw new Problem('not_found');
    await Promise.race([this.removal.removeDeleted(), wait(LONGEST_REMOVAL_MS, undefined, { ref: false })]);
  }
}

function toProgress({ model, dimensions, status, embeddedChunks, chunks }: EmbeddingProgress): EmbeddingsReport {
  return { model, dimensions, status, embedded: embeddedChunks, chunks };
}

function toLimitState({ scope, kind, period, most, used, reserved, remaining, resetMs }: LimitUseState): LimitState {
  const resetsAt = resetMs === null ? null : new Date(Date.now() + resetMs).toISOString();
  return { scope, kind, period, limit: most, used, reserved, remaining, resets_at: resetsAt };
}

function toBody(project: Project): ProjectBody {
  return {
    project_id: project.id,
    project_name: project.projectName,
    collection_name: project.collectionName,
    created_at: project.createdAt.toISOString(),
    embeddings_provider: project.embeddingsProvider,
    llm_provider: project.llmProvider,
    llm_model: project.llmModel,
    chunk_size: project.chunkSize,
    chunk_separators: project.chunkSeparators,
  };
}
