import { Injectable } from '@nestjs/common';
import { chooseProbe, widestProbe } from '../candidates/choose-probe.ts';
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
  /** Whether the project has vectors as well. */
  isEmbedded: boolean;
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
    const { isEmbedded, ...statistics } = await this.statistics.read(projectId, all);
    return { projectId, terms, vector: questionVector(terms, statistics), statistics, isEmbedded, filter };
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
    const most = Math.max(LEAST_CANDIDATES, 2 * limit);
    const found = await this.store.bestOfCandidates(search, probe, most);
    if (found.length === limit) return found;
    // The rarest words are held by few. All chunks that hold any word of the question are looked at, but only by their
    // words, and others fill the places that are still left: comparing all in full takes many times as long.
    const widest = widestProbe(terms, vector, statistics);
    const filled = await this.store.bestOfCandidatesAndOthers(search, widest, most, MOST_COMPARED);
    return filled.length === limit ? filled : this.store.bestOfAll(search);
  }

  /** How similar these chunks are to the question, whatever their place. */
  async score({ projectId, vector }: LexicalQuestion, chunkIds: readonly string[]): Promise<Match[]> {
    return chunkIds.length === 0 ? [] : this.store.score(projectId, vector, chunkIds);
  }
}
