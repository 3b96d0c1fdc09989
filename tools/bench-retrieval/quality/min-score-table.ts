import type { Collection } from './collection.ts';
import type { CollectionFigures } from './measure-collection.ts';
import type { ProjectClient } from '../project-client.ts';

/** A collection that was measured, still in its project. */
export interface MeasuredCollection {
  collection: Collection;
  project: ProjectClient;
  figures: CollectionFigures;
}

/** What one value of `min_score` lets through, as shares from 0 to 1, each the mean of the collections. */
export interface MinScoreRow {
  minScore: number;
  /** Of the collection's own questions, those that still return something. */
  answerable: number;
  /** The same of the other collections' questions. */
  offTopic: number;
}

const MIN_SCORES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const OFF_TOPIC_QUESTIONS = 300;

/** Asks each project the other collections' questions as well: they have no answer there. */
export async function minScoreTable(measured: readonly MeasuredCollection[]): Promise<MinScoreRow[]> {
  const offTopic: number[][] = [];
  for (const { project, collection } of measured) {
    const questions = measured
      .filter((other) => other.collection !== collection)
      .flatMap((other) => other.collection.questions);
    const scores: number[] = [];
    for (const { text } of questions.slice(0, OFF_TOPIC_QUESTIONS)) {
      scores.push((await project.query(text, { k: 1 }))[0]?.score ?? 0);
    }
    offTopic.push(scores);
  }
  return MIN_SCORES.map((minScore) => ({
    minScore,
    answerable: meanShare(
      measured.map(({ figures }) => figures.topScores),
      minScore,
    ),
    offTopic: meanShare(offTopic, minScore),
  }));
}

function meanShare(scores: readonly number[][], minScore: number): number {
  const shares = scores.map((all) => all.filter((score) => score >= minScore).length / all.length);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
