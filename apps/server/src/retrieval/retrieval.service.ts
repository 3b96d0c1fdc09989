import { Injectable } from '@nestjs/common';
import type { Adjustment } from '@groundwire/client';
import { addDollars } from '@groundwire/llm';
import { type CallCeiling, CallCosts, together } from '../llm/call-costs.service.ts';
import { type EmbeddedQuestion, EmbeddingsService } from './embeddings/embeddings.service.ts';
import { parseFilter } from './filter/parse-filter.ts';
import { fuse, vectorScore, vectorWeight } from './hybrid/fuse.ts';
import { VectorSearchService } from './hybrid/vector-search.service.ts';
import { type LexicalQuestion, LexicalSearchService } from './lexical/lexical-search.service.ts';
import type { Passage, Retrieval, RetrievalRequest } from './passage.ts';
import { type Match, RetrievalStore } from './retrieval.store.ts';
import { RerankingService } from './reranking/reranking.service.ts';
import type { StoredChunk } from './stored-chunk.ts';

/** Most passages that are ever returned (openapi.yaml: `k`). */
export const MAX_K = 1_000;

/** k1 + 1 of BM25: a term that occurs once in a chunk of average length then counts fully. */
const SCORE_PER_SIMILARITY = 2.2;

/** The best of both sides are compared with each other; more are looked at only when more are wanted. */
const LEAST_CANDIDATES = 50;

const NOBODY_LEAVES = new AbortController().signal;

@Injectable()
export class RetrievalService {
  constructor(
    private readonly store: RetrievalStore,
    private readonly lexical: LexicalSearchService,
    private readonly vectors: VectorSearchService,
    private readonly embeddings: EmbeddingsService,
    private readonly reranking: RerankingService,
    private readonly costs: CallCosts,
  ) {}

  /** The passages of `search`, for callers who need no more. */
  async retrieve(project: { id: string }, request: RetrievalRequest, signal?: AbortSignal): Promise<Passage[]> {
    return (await this.search(project, request, signal)).passages;
  }

  /**
   * The best chunks of the project under the filter, best first: exactly `k`, up to `MAX_K`, whenever so many exist and
   * score at least `minScore`. By words alone (`lexical`), or by words and meaning (`hybrid`) in a project with vectors
   * whose model answers. Reranking, where it is asked for, keeps the best of these in an order of its own. Scores are exact; in a large project, or under a filter that keeps many chunks, a chunk may
   * be missed that shares no rare word with the question. A question without any word scores 0 against every chunk, and
   * the first chunks by id are returned. Order is by the score before it is cut off at 1, then by id.
   * @throws Problem 400 when the filter is malformed; LlmError (`cancelled`) when the signal fires
   */
  async search(
    { id: projectId }: { id: string },
    { query, k, minScore, filter, rerank }: RetrievalRequest,
    signal: AbortSignal = NOBODY_LEAVES,
  ): Promise<Retrieval> {
    const limit = Math.min(k, MAX_K);
    const question = await this.lexical.read(projectId, query, parseFilter(filter));
    const embedded = question.isEmbedded ? await this.embeddings.embedQuestion(projectId, query, signal) : undefined;
    const isHybrid = embedded !== undefined && 'vector' in embedded;
    const found = isHybrid
      ? await this.#searchBoth(question, embedded, limit)
      : (await this.lexical.best(question, limit)).map(toPassage);
    const passages = found.filter(({ score }) => score >= minScore);
    const mode = isHybrid ? 'hybrid' : 'lexical';
    const adjustments = embedded !== undefined && 'reason' in embedded ? [withoutMeaning(embedded.reason)] : [];
    const cost = embedded === undefined ? '0' : embedded.cost;
    if (rerank === undefined) return { passages, mode, adjustments, cost };
    const reranked = await this.reranking.rerank(query, passages, rerank, signal);
    const { adjustment = [] } = reranked;
    return {
      passages: reranked.passages,
      mode,
      adjustments: adjustments.concat(adjustment),
      cost: addDollars([cost, reranked.cost]),
    };
  }

  /** What vendors can take at most for a search with a question of so many bytes; undefined when none is asked. */
  async ceiling(
    { id }: { id: string },
    { k, rerank }: Pick<RetrievalRequest, 'k' | 'rerank'>,
    questionBytes: number,
  ): Promise<CallCeiling | undefined> {
    const embedder = await this.embeddings.questionModel(id);
    const reranker = rerank === undefined ? undefined : this.reranking.model;
    const ceilings = [
      ...(embedder === undefined ? [] : [this.costs.embeddingCeiling(embedder, questionBytes)]),
      ...(reranker === undefined ? [] : [this.costs.rerankingCeiling(reranker, questionBytes, Math.min(k, MAX_K))]),
    ];
    return ceilings.length === 0 ? undefined : together(ceilings);
  }

  /** Undefined when the project has no such chunk, or its document is not ready yet. */
  getChunk(projectId: string, chunkId: string): Promise<StoredChunk | undefined> {
    return this.store.findChunk(projectId, chunkId);
  }

  /** The best by words and the best by meaning, each scored both ways. */
  async #searchBoth(question: LexicalQuestion, embedded: EmbeddedQuestion, limit: number): Promise<Passage[]> {
    const pool = Math.max(LEAST_CANDIDATES, limit);
    const [byWords, byMeaning] = await Promise.all([
      this.lexical.best(question, pool),
      this.vectors.nearest(embedded, question, pool),
    ]);
    const seen = new Set(byWords.map(({ id }) => id));
    const near = new Set(byMeaning.map(({ id }) => id));
    const [others, cosines] = await Promise.all([
      this.lexical.score(
        question,
        [...near].filter((id) => !seen.has(id)),
      ),
      this.vectors.cosines(
        embedded,
        [...seen].filter((id) => !near.has(id)),
      ),
    ]);
    const { meanCosine } = embedded.space;
    const scoreOf = new Map([...byMeaning, ...cosines].map(({ id, cosine }) => [id, vectorScore(cosine, meanCosine)]));
    const weight = vectorWeight(Math.max(0, ...scoreOf.values()));
    return [...byWords, ...others]
      .map((match) => toFused(match, scoreOf.get(match.id), weight))
      .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
      .slice(0, limit);
  }
}

function toPassage({ similarity, ...chunk }: Match): Passage {
  const { title } = chunk.metadata;
  const score = Math.min(1, SCORE_PER_SIMILARITY * similarity);
  return { ...chunk, title: typeof title === 'string' ? title : null, score, scoreLexical: score };
}

function toFused(match: Match, scoreVector: number | undefined, weight: number): Passage {
  const passage = toPassage(match);
  const score = fuse({ scoreLexical: passage.score, scoreVector }, weight);
  return { ...passage, score, ...(scoreVector !== undefined && { scoreVector }) };
}

function withoutMeaning(reason: string): Adjustment {
  return {
    parameter: 'embeddings_provider',
    action: 'not_executed',
    reason: `Passages were found by words alone. ${reason}`,
    provider: null,
  };
}
