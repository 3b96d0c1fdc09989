import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { timeOrderedId } from '../../http/time-ordered-id.ts';
import type { Guard } from '../documents.store.ts';
import { type Library, openLibrary } from '../testing/open-library.ts';
import type { ChunkToStage } from './chunk-stager.service.ts';

const NOBODY_STOPS = new AbortController().signal;

let library: Library;
beforeAll(async () => {
  library = await openLibrary();
});
afterAll(() => library.close());

async function newDocument(): Promise<{ projectId: string; documentId: string }> {
  const { id: projectId } = await library.addProject();
  const documentId = timeOrderedId();
  await library.documentsStore.stageDocuments(projectId, [{ id: documentId, text: '', metadata: {} }]);
  return { projectId, documentId };
}

function group(documentId: string, first: number, length: number): ChunkToStage[] {
  return Array.from({ length }, (_, at): ChunkToStage => {
    const text = `Chunk ${first + at}`;
    return {
      id: timeOrderedId(),
      documentId,
      position: first + at,
      start: 0,
      end: 1,
      text,
      place: {},
      indexedText: text,
    };
  });
}

/** Sizes of the transactions that wrote the project's chunks, in their order. */
async function transactionsOf(projectId: string): Promise<number[]> {
  const rows = await library.database.query<{ count: number }>(
    `select count(*)::int as count from chunk where project_id = $1 group by xmin::text order by min(position)`,
    [projectId],
  );
  return rows.map(({ count }) => count);
}

describe('ChunkStager', () => {
  it('stages groups of any length, from a source that is waited for, 64 rows a transaction', async () => {
    const { projectId, documentId } = await newDocument();
    const source = async function* (): AsyncGenerator<ChunkToStage[]> {
      yield await Promise.resolve(group(documentId, 0, 130));
      yield [];
      yield group(documentId, 130, 3);
    };
    expect(await library.stager.stage({ id: projectId }, source, NOBODY_STOPS)).toBe(133);
    expect(await transactionsOf(projectId)).toEqual([64, 64, 2, 3]);
  });

  it('puts fewer rows into a transaction when they are long', async () => {
    const { projectId, documentId } = await newDocument();
    const long = group(documentId, 0, 20).map((chunk) => ({ ...chunk, text: 'a word '.repeat(1_400) }));
    expect(await library.stager.stage({ id: projectId }, () => [long], NOBODY_STOPS)).toBe(20);
    expect(await transactionsOf(projectId)).toEqual([8, 8, 4]);
  });

  it('stops its source, however long that would take, when a write is refused, and keeps what was written', async () => {
    const { projectId, documentId } = await newDocument();
    let writes = 0;
    const guard: Guard = () => (++writes === 2 ? Promise.reject(new Error('refused')) : Promise.resolve());
    const source = async function* (signal: AbortSignal): AsyncGenerator<ChunkToStage[]> {
      yield await Promise.resolve(group(documentId, 0, 100));
      // The second is being read when the first cannot be written.
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    };
    await expect(library.stager.stage({ id: projectId }, source, NOBODY_STOPS, guard)).rejects.toThrow('refused');
    expect(await transactionsOf(projectId)).toEqual([64]);
  });

  it('writes nothing more once its signal has fired', async () => {
    const { projectId, documentId } = await newDocument();
    const stop = new AbortController();
    const guard: Guard = () => {
      stop.abort();
      return Promise.resolve();
    };
    const source = (): ChunkToStage[][] => [group(documentId, 0, 100), group(documentId, 100, 100)];
    const staging = library.stager.stage({ id: projectId }, source, stop.signal, guard);
    await expect(staging).rejects.toMatchObject({ name: 'AbortError' });
    expect(await transactionsOf(projectId)).toEqual([64]);
  });
});
