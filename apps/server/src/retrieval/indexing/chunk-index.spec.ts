import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { timeOrderedId } from '../../http/time-ordered-id.ts';
import { type Library, openLibrary } from '../../documents/testing/open-library.ts';
import { ChunkVectorsStore } from '../embeddings/chunk-vectors.store.ts';
import { type IndexEntry, LexicalIndexStore } from '../lexical-index.store.ts';
import { LexicalStatisticsStore } from '../lexical-statistics.store.ts';
import { ChunkIndex } from './chunk-index.service.ts';

const NOBODY_STOPS = new AbortController().signal;

let library: Library;
beforeAll(async () => {
  library = await openLibrary();
});
afterAll(() => library.close());

describe('ChunkIndex', () => {
  it('gives others their turn between long chunks, as between many short ones', async () => {
    const project = await library.addProject();
    const chunks = Array.from({ length: 8 }, (_, chunk) => ({
      id: timeOrderedId(),
      documentId: timeOrderedId(),
      indexedText: Array.from({ length: 3_000 }, (_, at) => `word${chunk * 3_000 + at}`).join(' '),
    }));
    const { database, embeddings } = library;
    let turn = 0;
    const turnOfEntry: number[] = [];
    class Watched extends LexicalIndexStore {
      override entry(...chunk: Parameters<LexicalIndexStore['entry']>): IndexEntry {
        turnOfEntry.push(turn);
        return super.entry(...chunk);
      }
    }
    const lexical = new Watched(new LexicalStatisticsStore(database));
    const index = new ChunkIndex(lexical, embeddings, new ChunkVectorsStore(database));
    const counting = setInterval(() => turn++, 0);
    const entries = await index.prepare(project, chunks, NOBODY_STOPS);
    clearInterval(counting);
    expect(entries.length).toBe(8);
    // The first turn comes before the timer's.
    expect(new Set(turnOfEntry).size).toBeGreaterThanOrEqual(7);
  });

  it('counts many new terms in a transaction of their own, and leaves few for later', async () => {
    const { id: projectId } = await library.addProject();
    const documentId = timeOrderedId();
    const stage = async (chunk: number, words: number): Promise<boolean> => {
      const text = Array.from({ length: words }, (_, at) => `word${chunk}x${at}`).join(' ');
      const source = [{ id: timeOrderedId(), documentId, indexedText: text }];
      const [indexEntry] = await library.index.prepare({ id: projectId }, source, NOBODY_STOPS);
      const row = { ...source[0]!, position: chunk, start: 0, end: 1, text, place: {}, indexEntry: indexEntry! };
      await library.documentsStore.stageChunks(projectId, [row]);
      return library.index.settleMany(projectId);
    };
    await library.documentsStore.stageDocuments(projectId, [{ id: documentId, text: '', metadata: {} }]);
    expect(await stage(0, 1_000)).toBe(false);
    const waiting = (): Promise<unknown[]> =>
      library.database.query('select from lex_df_change where project_id = $1', [projectId]);
    expect((await waiting()).length).toBe(1);
    const wereMany: boolean[] = [];
    for (let chunk = 1; chunk <= 4 && !wereMany.includes(true); chunk++) wereMany.push(await stage(chunk, 12_000));
    expect(wereMany).toContain(true);
    expect(await waiting()).toEqual([]);
  });
});
