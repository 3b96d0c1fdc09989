import { ingest, type Ingestion } from '../ingest.ts';
import { percentile } from '../quality/metrics.ts';
import type { Found, ProjectClient, QueryOptions } from '../project-client.ts';
import { syntheticQuestions, syntheticTexts } from './synthetic-texts.ts';

/** How one kind of query did. */
export interface QueryFigures {
  /** Of the first questions that are asked so: neither the server's code nor the database's memory is warm. */
  firstP50Ms: number;
  p50Ms: number;
  p95Ms: number;
  /** Least number of rows that a query returned. */
  fewestRows: number;
  /** Share of the exact search's ten best scores that were returned. */
  recall: number;
}

export interface ScaleFigures extends Ingestion {
  unfiltered: QueryFigures;
  /** With a filter that keeps one chunk in a hundred. */
  filtered: QueryFigures;
}

const K = 10;
const QUESTIONS = 100;
/** Other questions that are asked before. */
const WARM_UP_QUESTIONS = 400;
const WARM_UP_SEED = 12;
/** Exact search asks many queries for each of these. */
const QUESTIONS_COMPARED = 5;
const ALL_HUNDREDTHS = Array.from({ length: 100 }, (_, hundredth) => hundredth);

/** Fills the project with `count` synthetic chunks, and asks it one question after the other. */
export async function measureScale(project: ProjectClient, count: number): Promise<ScaleFigures> {
  const ingestion = await ingest(
    project,
    syntheticTexts(count),
    ({ text }) => text,
    ({ hundredth }) => ({ hundredth }),
  );
  const exactFor = async (question: string, hundredths: readonly number[]): Promise<Found[]> => {
    const found: Found[] = [];
    for (const hundredth of hundredths) found.push(...(await exact(project, question, hundredth)));
    return found.sort((left, right) => right.score - left.score).slice(0, K);
  };
  return {
    ...ingestion,
    unfiltered: await measureQueries(project, { k: K }, (question) => exactFor(question, ALL_HUNDREDTHS)),
    filtered: await measureQueries(project, { k: K, filter: { hundredth: 42 } }, (question) =>
      exactFor(question, [42]),
    ),
  };
}

/** With k at its limit every chunk under the filter is asked for, so the best of them are the exact answer. */
function exact(project: ProjectClient, question: string, hundredth: number): Promise<Found[]> {
  return project.query(question, { k: 1000, filter: { hundredth } });
}

async function measureQueries(
  project: ProjectClient,
  options: QueryOptions,
  exactFor: (question: string) => Promise<Found[]>,
): Promise<QueryFigures> {
  const warmUp = await ask(project, options, syntheticQuestions(WARM_UP_QUESTIONS, WARM_UP_SEED));
  const questions = syntheticQuestions(QUESTIONS);
  const { times, answers } = await ask(project, options, questions);
  const recalls: number[] = [];
  for (const [index, question] of questions.slice(0, QUESTIONS_COMPARED).entries()) {
    recalls.push(recall(answers[index]!, await exactFor(question)));
  }
  return {
    firstP50Ms: percentile(warmUp.times.slice(0, QUESTIONS), 0.5),
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    fewestRows: Math.min(...answers.map(({ length }) => length)),
    recall: recalls.reduce((sum, one) => sum + one, 0) / recalls.length,
  };
}

/** One question after the other; times in ms. */
async function ask(
  project: ProjectClient,
  options: QueryOptions,
  questions: readonly string[],
): Promise<{ times: number[]; answers: Found[][] }> {
  const times: number[] = [];
  const answers: Found[][] = [];
  for (const question of questions) {
    const startedMs = performance.now();
    answers.push(await project.query(question, options));
    times.push(performance.now() - startedMs);
  }
  return { times, answers };
}

/** Chunks with the same score may stand for each other. */
function recall(answer: readonly Found[], expected: readonly Found[]): number {
  const least = expected.at(-1)?.score ?? 0;
  return Math.min(1, answer.filter(({ score }) => score >= least).length / expected.length);
}
