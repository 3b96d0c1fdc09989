import { Inject, Injectable } from '@nestjs/common';
import { type Llm, LlmError } from '@groundwire/llm';
import { LLM } from '../../llm/llm.token.ts';
import { embeddingProblem } from './embedding-problem.ts';
import type { EmbeddedProject, EmbeddingProgress, EmbeddingSpace } from './embedding-space.ts';
import { EmbeddingSpacesStore } from './embedding-spaces.store.ts';
import { ReembeddingService } from './reembedding.service.ts';
import { toUnitLiteral } from './vector.ts';

/** A question in a project's active space. */
export interface EmbeddedQuestion {
  space: EmbeddingSpace;
  /** In pgvector's text form, of length 1. */
  vector: string;
}

/** A caller waits, and words alone find most of it: a vendor who needs longer is done without. */
const QUESTION_PATIENCE_MS = 5_000;

/** Asks the project's embedding model, when it has one that is configured. */
@Injectable()
export class EmbeddingsService {
  constructor(
    @Inject(LLM) private readonly llm: Llm,
    private readonly spaces: EmbeddingSpacesStore,
    private readonly reembedding: ReembeddingService,
  ) {}

  /**
   * Vectors of chunks to be stored, in their order, and the space they belong to. Undefined: the project has no model.
   * @throws Problem 502, 503 or 504 when the vendor fails; LlmError (`cancelled`) when the signal fires
   */
  async embedChunks(
    projectId: string,
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<{ spaceId: number; vectors: Float32Array[] } | undefined> {
    const project = await this.spaces.read(projectId);
    const model = project && this.llm.modelFor('embeddings', project.embeddingsProvider);
    if (project === undefined || model === undefined || texts.length === 0) return undefined;
    const { vectors } = await this.llm.embed({ model, texts, purpose: 'document' }, signal).catch((error: unknown) => {
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
  ): Promise<EmbeddedQuestion | { reason: string } | undefined> {
    const space = (await this.spaces.read(projectId))?.active;
    if (space === undefined || question.trim() === '') return undefined;
    const patience = AbortSignal.any([signal, AbortSignal.timeout(QUESTION_PATIENCE_MS)]);
    try {
      const request = { model: space.model, texts: [question], purpose: 'query' } as const;
      const [vector] = (await this.llm.embed(request, patience)).vectors;
      if (vector?.length !== space.dimensions) return { reason: 'The stored vectors are being replaced.' };
      const meanCosine = await this.spaces.meanCosine(space);
      return { space: { ...space, meanCosine }, vector: toUnitLiteral(vector) };
    } catch (error) {
      if (!(error instanceof LlmError) || signal.aborted) throw error;
      return { reason: patience.aborted ? 'The embedding model did not answer in time.' : error.message };
    }
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
