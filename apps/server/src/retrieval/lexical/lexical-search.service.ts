import { Injectable } from '@nestjs/common';
import { chooseProbe } from '../candidates/choose-probe.ts';
import type { Filter } from '../filter/filter.ts';
import { type LexicalTerms, lexicalTerms } from './lexical-terms.ts';
import { questionVector, type TermStatistics } from './question-vector.ts';
import type { SparseVector } from './sparse-vector.ts';
import { LexicalStatisticsStore } from '../lexical-statistics.store.ts';
import { type Match, RetrievalStore } from '../retrieval.store.ts';

/** A question as the lexical index sees it, and where it is asked. */
export interface LexicalQuestion {
  projectId: string;
  terms: LexicalTerms;
  vector: SparseVector;
  statistics: TermStatistics;
  filter: Filter | undefined;
}

/** Of a longer question only this many UTF-16 code units are read: analysing megabytes would stall every other caller. */
const MAX_QUESTION_LENGTH = 10_000;

/** So few chunks are all compared: finding the best of them first would take as long. */
const MOST_COMPARED = 1_500;

/** Candidates, at least; among them are nearly all of the ten best (docs/retrieval.md). */
const LEAST_CANDIDATES = 200;

/** Finds chunks by the question's words. */
@Injectable()
export class LexicalSearchService {
  constructor(
    private readonly store: RetrievalStore,
    private readonly statistics: LexicalStatisticsStore,
  ) {}

  async read(projectId: string, query: string, filter: Filter | undefined): Promise<LexicalQuestion> {
    const terms = lexicalTerms(query.slice(0, MAX_QUESTION_LENGTH));
    const all = [...terms.stems.counts.keys(), ...terms.grams.counts.keys()];
    const statistics = await this.statistics.read(projectId, all);
    return { projectId, terms, vector: questionVector(terms, statistics), statistics, filter };
  }

  /** The `limit` chunks most similar to the question, best first, equal ones by id; all there are when they are fewer. */
  async best(question: LexicalQuestion, limit: number): Promise<Match[]> {
    const { projectId, terms, vector, statistics, filter } = question;
    const search = { projectId, question: vector, filter, limit };
    if (statistics.chunkCount <= MOST_COMPARED) return this.store.bestOfAll(search);
    const few = filter && (await this.store.bestOfFew({ ...search, filter }, MOST_COMPARED));
    if (few !== undefined) return few;
    const probe = chooseProbe(terms, vector, statistics);
    if (probe === undefined) return this.store.bestOfAll(search);
    const found = await this.store.bestOfCandidates(search, probe, Math.max(LEAST_CANDIDATES, 2 * limit));
    return found.length < limit ? this.store.bestOfAll(search) : found;
  }

  /** How similar these chunks are to the question, whatever their place. */
  async score({ projectId, vector }: LexicalQuestion, chunkIds: readonly string[]): Promise<Match[]> {
    return chunkIds.length === 0 ? [] : this.store.score(projectId, vector, chunkIds);
  }
}
