import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createLogger } from '../../logging.ts';
import type { ChunkedProject } from '../documents.service.ts';
import { FilesStore } from '../files/files.store.ts';
import { JobsStore } from '../jobs/jobs.store.ts';
import { ask, type Library, openLibrary } from '../testing/open-library.ts';
import { RecoveryService } from './recovery.service.ts';

let library: Library;
let files: FilesStore;
let hasOneProcess: boolean;
beforeAll(async () => {
  library = await openLibrary();
  files = new FilesStore(library.database);
  hasOneProcess = library.database.engine === 'pglite';
});
afterEach(() => {
  jest.useRealTimers();
});
afterAll(() => library.close());

const newService = (): RecoveryService =>
  new RecoveryService(library.documentsStore, new JobsStore(library.database), createLogger('silent'));

/** Leaves a document behind as a process does that dies in the middle of an ingestion. */
async function abandonDocument(project: ChunkedProject, age: string): Promise<void> {
  const texts = ['Some words that nobody finished. '.repeat(100)];
  const { document_ids: ids, chunk_count: count } = await library.documents.addText(project, { texts });
  await library.database.query(
    `update document set status = 'processing', created_at = now() - $2::interval where id = $1`,
    [ids[0], age],
  );
  await library.database.query('update project set chunk_count = chunk_count - $2 where id = $1', [project.id, count]);
}

/** A file with bytes, as it was when its process died. */
async function addFile(project: ChunkedProject, status: string, age: string): Promise<string> {
  const id = randomUUID();
  const known = { name: 'a.txt', type: 'text', url: null, byteCount: 1, sha256: id.replaceAll('-', ''), metadata: {} };
  await files.insert({ id, projectId: project.id, instructions: { kind: 'file' }, ...known });
  await files.addPiece(id, 0, Buffer.from('x'));
  await library.database.query('update file set status = $2, created_at = now() - $3::interval where id = $1', [
    id,
    status,
    age,
  ]);
  return id;
}

const countOf = async (table: string, column: string, id: string): Promise<number> =>
  (await library.database.query(`select from ${table} where ${column} = $1`, [id])).length;

/** Starts as a new process does, and ends when what it found is removed. */
async function startAndStop(): Promise<void> {
  const service = newService();
  await service.onApplicationBootstrap();
  await service.settled();
  await service.beforeApplicationShutdown();
}

describe('a start', () => {
  it('removes a document that was never finished, the index included, and nothing else', async () => {
    const project = await library.addProject();
    await library.documents.addText(project, { texts: ['A text from before.'] });
    await abandonDocument(project, '2 hours');
    await startAndStop();
    for (const table of ['document', 'chunk', 'chunk_lex', 'chunk_word']) {
      expect([table, await countOf(table, 'project_id', project.id)]).toEqual([table, 1]);
    }
    expect(await library.retrieval.retrieve(project, ask('text words'))).toHaveLength(1);
  });

  it('takes what is young for left behind only where no other process can be at work', async () => {
    const project = await library.addProject();
    await abandonDocument(project, '1 minute');
    const received = await addFile(project, 'receiving', '1 minute');
    await startAndStop();
    const left = hasOneProcess ? 0 : 1;
    expect(await countOf('document', 'project_id', project.id)).toBe(left);
    expect(await countOf('file', 'id', received)).toBe(left);
  });

  it('removes files that never came whole, and the bytes of those that are read; not of one to be read', async () => {
    const project = await library.addProject();
    const [receiving, succeeded, failed, waiting] = [
      await addFile(project, 'receiving', '2 hours'),
      await addFile(project, 'succeeded', '2 hours'),
      await addFile(project, 'failed', '2 hours'),
      await addFile(project, 'processing', '2 hours'),
    ];
    await startAndStop();
    const kept = async (id: string) => [await countOf('file', 'id', id), await countOf('file_piece', 'file_id', id)];
    expect(await Promise.all([receiving, succeeded, failed, waiting].map(kept))).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
  });
});

describe('a server that runs on', () => {
  it('removes what another one leaves, where there can be another', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask', 'performance'] });
    const project = await library.addProject();
    const service = newService();
    await service.onApplicationBootstrap();
    await abandonDocument(project, '2 hours');
    const read = await addFile(project, 'succeeded', '2 hours');
    jest.advanceTimersByTime(10 * 60_000);
    await service.settled();
    // In PGlite nobody but this process is there, and what is unfinished is under way.
    const left = hasOneProcess ? 1 : 0;
    expect(await countOf('document', 'project_id', project.id)).toBe(left);
    expect(await countOf('file_piece', 'file_id', read)).toBe(left);
    await service.beforeApplicationShutdown();
  });
});
