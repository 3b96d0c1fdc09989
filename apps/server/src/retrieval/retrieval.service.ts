import { Injectable } from '@nestjs/common';
import { lexicalTerms } from './lexical/lexical-terms.ts';
import { questionVector } from './lexical/question-vector.ts';
import type { Passage, RetrievalRequest } from './passage.ts';
import { type Match, RetrievalStore } from './retrieval.store.ts';
import type { StoredChunk } from './stored-chunk.ts';

/** Most passages that are ever returned (openapi.yaml: `k`). */
export const MAX_K = 1_000;

/** k1 + 1 of BM25: a term that occurs once in a chunk of average length then counts fully. */
const SCORE_PER_SIMILARITY = 2.2;

/** Of a longer question only this many UTF-16 code units are read: analysing megabytes would stall every other caller. */
const MAX_QUESTION_LENGTH = 10_000;

@Injectable()
export class RetrievalService {
  constructor(private readonly store: RetrievalStore) {}

  /**
   * The `k` best chunks of the project under the filter, best first: exactly `k`, up to `MAX_K`, whenever so many exist
   * and score at least `minScore`. A question without any word scores 0 against every chunk, and the first chunks by id are returned.
   * Order is by the score before it is cut off at 1, then by id.
   */
  async retrieve(project: { id: string }, { query, k, minScore, filter }: RetrievalRequest): Promise<Passage[]> {
    const terms = lexicalTerms(query.slice(0, MAX_QUESTION_LENGTH));
    const statistics = await this.store.statistics(project.id, [
      ...terms.stems.counts.keys(),
      ...terms.grams.counts.keys(),
    ]);
    const matches = await this.store.search(project.id, questionVector(terms, statistics), filter, Math.min(k, MAX_K));
    return matches.map(toPassage).filter(({ score }) => score >= minScore);
  }

  /** Undefined when the project has no such chunk, or its document is not ready yet. */
  getChunk(projectId: string, chunkId: string): Promise<StoredChunk | undefined> {
    return this.store.findChunk(projectId, chunkId);
  }
}

function toPassage({ similarity, ...chunk }: Match): Passage {
  const { title } = chunk.metadata;
  return {
    ...chunk,
    title: typeof title === 'string' ? title : null,
    score: Math.min(1, SCORE_PER_SIMILARITY * similarity),
  };
}
