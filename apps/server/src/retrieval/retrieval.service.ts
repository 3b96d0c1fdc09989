import { Injectable } from '@nestjs/common';
import { chooseProbe } from './candidates/choose-probe.ts';
import type { Filter } from './filter/filter.ts';
import { parseFilter } from './filter/parse-filter.ts';
import { type LexicalTerms, lexicalTerms } from './lexical/lexical-terms.ts';
import { questionVector, type TermStatistics } from './lexical/question-vector.ts';
import type { SparseVector } from './lexical/sparse-vector.ts';
import { LexicalStatisticsStore } from './lexical-statistics.store.ts';
import type { Passage, RetrievalRequest } from './passage.ts';
import { type Match, RetrievalStore } from './retrieval.store.ts';
import type { StoredChunk } from './stored-chunk.ts';

/** Most passages that are ever returned (openapi.yaml: `k`). */
export const MAX_K = 1_000;

/** k1 + 1 of BM25: a term that occurs once in a chunk of average length then counts fully. */
const SCORE_PER_SIMILARITY = 2.2;

/** Of a longer question only this many UTF-16 code units are read: analysing megabytes would stall every other caller. */
const MAX_QUESTION_LENGTH = 10_000;

/** So few chunks are all compared: finding the best of them first would take as long. */
const MOST_COMPARED = 1_500;

/** Candidates, at least; among them are nearly all of the ten best (docs/retrieval.md). */
const LEAST_CANDIDATES = 200;

/** A question as the index sees it, and where it is asked. */
interface Question {
  projectId: string;
  terms: LexicalTerms;
  vector: SparseVector;
  statistics: TermStatistics;
  filter: Filter | undefined;
}

@Injectable()
export class RetrievalService {
  constructor(
    private readonly store: RetrievalStore,
    private readonly statistics: LexicalStatisticsStore,
  ) {}

  /**
   * The best chunks of the project under the filter, best first: exactly `k`, up to `MAX_K`, whenever so many exist and
   * score at least `minScore`. Scores are exact; in a large project, or under a filter that keeps many chunks, a chunk may
   * be missed that shares no rare word with the question. A question without any word scores 0 against every chunk, and
   * the first chunks by id are returned. Order is by the score before it is cut off at 1, then by id.
   * @throws Problem 400 when the filter is malformed
   */
  async retrieve(project: { id: string }, { query, k, minScore, filter }: RetrievalRequest): Promise<Passage[]> {
    const limit = Math.min(k, MAX_K);
    const question = await this.#read(project.id, query, parseFilter(filter));
    const candidates = await this.#findCandidates(question, limit);
    const { projectId, vector } = question;
    const matches =
      candidates === undefined
        ? await this.store.scoreAll(projectId, vector, question.filter, limit)
        : await this.store.score(projectId, vector, candidates, limit);
    return matches.map(toPassage).filter(({ score }) => score >= minScore);
  }

  async #read(projectId: string, query: string, filter: Filter | undefined): Promise<Question> {
    const terms = lexicalTerms(query.slice(0, MAX_QUESTION_LENGTH));
    const all = [...terms.stems.counts.keys(), ...terms.grams.counts.keys()];
    const statistics = await this.statistics.read(projectId, all);
    return { projectId, terms, vector: questionVector(terms, statistics), statistics, filter };
  }

  /** Undefined when all chunks under the filter have to be compared: they are few, or nothing else finds `limit`. */
  async #findCandidates(question: Question, limit: number): Promise<string[] | undefined> {
    const { projectId, terms, vector, statistics, filter } = question;
    if (statistics.chunkCount <= MOST_COMPARED) return undefined;
    const few = filter && (await this.store.findFew(projectId, filter, MOST_COMPARED));
    if (few !== undefined) return few;
    const probe = chooseProbe(terms, vector, statistics);
    if (probe === undefined) return undefined;
    const candidates = await this.store.findCandidates(projectId, probe, filter, Math.max(LEAST_CANDIDATES, 2 * limit));
    return candidates.length < limit ? undefined : candidates;
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
