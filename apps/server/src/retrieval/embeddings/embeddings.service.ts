import { Inject, Injectable } from '@nestjs/common';
import type { Llm } from '@groundwire/llm';
import { BudgetsService } from '../../budgets/budgets.service.ts';
import { CallCosts } from '../../llm/call-costs.service.ts';
import { LLM } from '../../llm/llm.token.ts';
import { embeddingProblem } from './embedding-problem.ts';
import type { EmbeddedProject, EmbeddingProgress, EmbeddingSpace } from './embedding-space.ts';
import { EmbeddingSpacesStore } from './embedding-spaces.store.ts';
import { QuestionVectors } from './question-vectors.ts';
import { ReembeddingService } from './reembedding.service.ts';
import { toUnitLiteral } from './vector.ts';

/** A question in a project's active space. */
export interface EmbeddedQuestion {
  space: EmbeddingSpace;
  /** In pgvector's text form, of length 1. */
  vector: string;
  /** Of embedding it, in US dollars; null when that is not known. */
  cost: string | null;
}

/** Why there is no vector of a question, fit for the caller; and what trying cost. */
export type NoVector = { reason: string } & Pick<EmbeddedQuestion, 'cost'>;

/** The mean cosine is taken anew when a project has so many times the chunks that it was taken of. */
const RESAMPLED_AT = 2;

/** Asks the project's embedding model, when it has one that is configured. */
@Injectable()
export class EmbeddingsService {
  readonly #questions: QuestionVectors;

  constructor(
    @Inject(LLM) private readonly llm: Llm,
    private readonly spaces: EmbeddingSpacesStore,
    private readonly reembedding: ReembeddingService,
    private readonly budgets: BudgetsService,
    private readonly costs: CallCosts,
  ) {
    this.#questions = new QuestionVectors(llm);
  }

  /**
   * Vectors of chunks to be stored, in their order, and the space they belong to. Undefined: the project has no model.
   * What it costs is reserved before and settled after.
   * @throws Problem 502, 503 or 504 when the vendor fails, 429 when a budget has no room for it, 400 when one applies and
   * the price is not known; LlmError (`cancelled`) when the signal fires
   */
  async embedChunks(
    projectId: string,
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<{ spaceId: number; vectors: Float32Array[] } | undefined> {
    const project = await this.spaces.read(projectId);
    const model = project && this.llm.modelFor('embeddings', project.embeddingsProvider);
    if (project === undefined || model === undefined || texts.length === 0) return undefined;
    const vectors = await this.#embedPaid(projectId, model, texts, signal).catch((error: unknown) => {
      throw embeddingProblem(error);
    });
    const space = await this.#spaceFor(projectId, project, model, vectors[0]!.length);
    return space && { spaceId: space.id, vectors };
  }

  /**
   * Undefined when the project has no vectors; a reason, fit for the caller, when the model cannot be asked now.
   * @throws LlmError (`cancelled`) when the signal fires
   */
  async embedQuestion(
    projectId: string,
    question: string,
    signal: AbortSignal,
  ): Promise<EmbeddedQuestion | NoVector | undefined> {
    const { active: space, chunkCount = 0 } = (await this.spaces.read(projectId)) ?? {};
    if (space === undefined || question.trim() === '') return undefined;
    const asked = await this.#questions.read(space.model, question, signal);
    if ('reason' in asked) return { reason: asked.reason, cost: asked.mayBeBilled ? null : '0' };
    const { vector, inputTokens } = asked;
    const cost = inputTokens === undefined ? '0' : this.costs.embedding(space.model, inputTokens);
    if (vector.length !== space.dimensions) return { reason: 'The stored vectors are being replaced.', cost };
    const isStale = chunkCount >= RESAMPLED_AT * Math.max(1, space.sampledAt);
    const meanCosine = isStale ? await this.spaces.sampleMeanCosine(space, chunkCount) : space.meanCosine;
    return { space: { ...space, meanCosine }, vector: toUnitLiteral(vector), cost };
  }

  /** The model that embeds a project's questions; undefined when it has no vectors. */
  async questionModel(projectId: string): Promise<string | undefined> {
    return (await this.spaces.read(projectId))?.active?.model;
  }

  /** The model that the project's next chunks are embedded with; undefined when none is configured. */
  modelOf({ embeddingsProvider }: { embeddingsProvider: string }): string | undefined {
    return this.llm.modelFor('embeddings', embeddingsProvider);
  }

  /** Begins to bring the vectors of a project, whose provider may be another one now, to the model that is wanted for it. */
  change(projectId: string): void {
    this.reembedding.change(projectId);
  }

  /** The active space, and the one that is being built; none for a project without vectors. */
  progress(projectId: string): Promise<EmbeddingProgress[]> {
    return this.spaces.progress(projectId);
  }

  async #embedPaid(projectId: string, model: string, texts: readonly string[], signal: AbortSignal) {
    const spending = await this.budgets.openFor(projectId);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const { vectors } = await spending.over(
      { ...this.costs.embeddingCeiling(model, bytes), requests: 0 },
      () => this.llm.embed({ model, texts, purpose: 'document' }, signal),
      ({ usage }) => ({ budget: this.costs.embedding(model, usage.inputTokens) }),
    );
    return vectors;
  }

  /** Where new vectors go. Undefined when another process has just begun a space of another model. */
  async #spaceFor(
    projectId: string,
    { active, building, chunkCount, embeddingsProvider }: EmbeddedProject,
    model: string,
    dimensions: number,
  ): Promise<EmbeddingSpace | undefined> {
    const fits = (space: EmbeddingSpace | undefined): boolean =>
      space?.model === model && space.dimensions === dimensions;
    if (fits(building)) return building;
    if (building !== undefined) await this.spaces.retire(building.id);
    if (fits(active)) return active;
    const status = active === undefined && chunkCount === 0 ? 'active' : 'building';
    const space = await this.spaces.make({ projectId, model, dimensions, status }, embeddingsProvider);
    if (space?.status === 'building') this.reembedding.start(space);
    return fits(space) ? space : undefined;
  }
}
