import type { Collection, CollectionDocument } from './collection.ts';
import { meanQuality, percentile, type Quality, qualityOf } from './metrics.ts';
import { type Ingestion, ingest } from '../ingest.ts';
import type { Found, ProjectClient } from '../project-client.ts';

export interface CollectionFigures extends Quality, Ingestion {
  p50Ms: number;
  p95Ms: number;
  /** The best score of each question, in [0, 1]. */
  topScores: number[];
}

const K = 10;

/**
 * Stores the collection in the project, a title as the first line of its text, and asks each of its questions once, one
 * after the other. Chunks of one document count as that document, at the best one's place.
 */
export async function measureCollection(project: ProjectClient, collection: Collection): Promise<CollectionFigures> {
  const ingestion = await ingest(project, collection.documents, textOf, ({ id }) => ({ document: id }));
  const qualities: Quality[] = [];
  const times: number[] = [];
  const topScores: number[] = [];
  for (const { id, text } of collection.questions) {
    const startedMs = performance.now();
    const found = await project.query(text, { k: K });
    times.push(performance.now() - startedMs);
    topScores.push(found[0]?.score ?? 0);
    qualities.push(qualityOf(documentsOf(found), collection.judgements.get(id)!));
  }
  return {
    ...meanQuality(qualities),
    ...ingestion,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    topScores,
  };
}

function textOf({ title, text }: CollectionDocument): string {
  return title === '' ? text : `${title}\n${text}`;
}

function documentsOf(found: readonly Found[]): string[] {
  return [...new Set(found.map(({ metadata }) => String(metadata.document)))];
}
