import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, type Logger } from '../../logging.ts';
import type { EmbeddedQuestion } from '../embeddings/embeddings.service.ts';
import type { LexicalQuestion } from '../lexical/lexical-search.service.ts';
import { RetrievalStore } from '../retrieval.store.ts';
import { type VectorMatch, VectorSearchStore } from './vector-search.store.ts';

/** So few are all compared: no index is quicker under a filter, and none is as exact. */
const MOST_COMPARED = 20_000;

/** From here on comparing all takes longer than a caller likes, and an index is worth its room. */
const LEAST_INDEXED = 50_000;

/** Finds chunks by meaning: exactly where that is quick, by an index in large projects on a Postgres server. */
@Injectable()
export class VectorSearchService {
  /** Spaces whose index this process builds, or has tried to. */
  readonly #begun = new Set<number>();

  constructor(
    private readonly store: VectorSearchStore,
    private readonly chunks: RetrievalStore,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** The `limit` nearest chunks under the filter, or all there are. */
  async nearest(question: EmbeddedQuestion, lexical: LexicalQuestion, limit: number): Promise<VectorMatch[]> {
    const { filter } = lexical;
    if (await this.#mayUseIndex(question, lexical)) {
      const found = await this.store.nearestByIndex(question, filter, limit);
      // Fewer: the filter and the question are about different things.
      if (found.length === limit) return found;
    }
    return this.store.nearest(question, filter, limit);
  }

  cosines(question: EmbeddedQuestion, chunkIds: readonly string[]): Promise<VectorMatch[]> {
    return this.store.cosines(question, chunkIds);
  }

  async #mayUseIndex(
    { space }: EmbeddedQuestion,
    { projectId, filter, statistics }: LexicalQuestion,
  ): Promise<boolean> {
    if (statistics.chunkCount < LEAST_INDEXED) return false;
    if (!(await this.store.hasIndex(space))) {
      this.#build(space);
      return false;
    }
    return filter === undefined || this.chunks.passesMany(projectId, filter, MOST_COMPARED);
  }

  /** In the background: questions are answered exactly meanwhile. */
  #build(space: EmbeddedQuestion['space']): void {
    if (this.#begun.has(space.id)) return;
    this.#begun.add(space.id);
    this.store.buildIndex(space).catch((error: unknown) => {
      this.log.error({ err: error, space: space.id }, 'an index of vectors could not be built');
    });
  }
}
