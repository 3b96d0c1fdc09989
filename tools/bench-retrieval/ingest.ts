import type { ProjectClient } from './project-client.ts';

export interface Ingestion {
  chunks: number;
  chunksPerSecond: number;
}

const DOCUMENTS_PER_CALL = 500;

/** Adds the items to the project in calls of some hundred, one after the other. */
export async function ingest<Item>(
  project: ProjectClient,
  items: Iterable<Item>,
  textOf: (item: Item) => string,
  metadataOf: (item: Item) => Record<string, unknown>,
): Promise<Ingestion> {
  let chunks = 0;
  let ms = 0;
  const add = async (group: readonly Item[]): Promise<void> => {
    const startedMs = performance.now();
    chunks += await project.add(group.map(textOf), group.map(metadataOf));
    ms += performance.now() - startedMs;
  };
  let group: Item[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < DOCUMENTS_PER_CALL) continue;
    await add(group);
    group = [];
  }
  if (group.length > 0) await add(group);
  return { chunks, chunksPerSecond: (1000 * chunks) / ms };
}
