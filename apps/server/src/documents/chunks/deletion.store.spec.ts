import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FilesStore } from '../files/files.store.ts';
import { type Library, openLibrary } from '../testing/open-library.ts';
import { DeletionStore } from './deletion.store.ts';

let library: Library;
let deletion: DeletionStore;
let files: FilesStore;
beforeAll(async () => {
  library = await openLibrary();
  const { database, index } = library;
  deletion = new DeletionStore(database, index);
  files = new FilesStore(database);
});
afterAll(() => library.database.close());

/** A project with one document that stands for a file of two chunks. */
async function projectWithFile() {
  const project = await library.addProject({ chunkSize: 30 });
  const text = 'Cacti like sun all day. Ferns like a lot of shade.';
  const {
    document_ids: [id = ''],
    chunk_count: count,
  } = await library.documents.addText(project, { texts: [text] });
  const content = { sha256: 'a'.repeat(64), url: null, byteCount: 10, metadata: {}, name: 'a.txt', type: 'text' };
  const file = { id, projectId: project.id, instructions: { kind: 'file' as const }, ...content };
  await files.insert(file);
  await library.database.query(`update file set status = 'succeeded', chunk_count = $2 where id = $1`, [id, count]);
  return { project, file, count };
}

async function counts(projectId: string): Promise<Record<string, unknown>> {
  const [row] = await library.database.query(
    `select (select chunk_count from project where id = $1) as project,
            (select count(*)::int from chunk where project_id = $1) as chunks,
            (select count(*)::int from chunk_lex where project_id = $1) as indexed,
            (select count(*)::int from document where project_id = $1) as documents`,
    [projectId],
  );
  return row!;
}

describe('DeletionStore', () => {
  it("counts a file's chunks off once, also when the file is deleted afterwards", async () => {
    const { project, file, count } = await projectWithFile();
    expect(count).toBeGreaterThan(1);
    const [chunk] = await library.database.query<{ id: string }>('select id from chunk where project_id = $1 limit 1', [
      project.id,
    ]);
    expect(await deletion.deleteSome(project.id, [chunk!.id])).toBe(1);
    expect(await counts(project.id)).toMatchObject({ project: count - 1, chunks: count - 1, indexed: count - 1 });
    await files.delete(project.id, file.id);
    expect(await counts(project.id)).toMatchObject({ project: 0 });
  });

  it('keeps a file, and lets the same file be added again when no chunk is left of it', async () => {
    const { project, file } = await projectWithFile();
    expect(await files.findSame(file)).toMatchObject({ id: file.id });
    while ((await deletion.deleteSome(project.id)) !== undefined);
    expect(await counts(project.id)).toEqual({ project: 0, chunks: 0, indexed: 0, documents: 1 });
    expect(await files.find(project.id, file.id)).toMatchObject({ chunkCount: 0 });
    expect(await files.findSame(file)).toBeUndefined();
  });

  it('deletes sixteen at most in one transaction, and the texts with their last chunks', async () => {
    const project = await library.addProject();
    const texts = Array.from({ length: 20 }, (_, index) => `Text ${index}.`);
    await library.documents.addText(project, { texts });
    expect(await deletion.deleteSome(project.id)).toBe(16);
    expect(await counts(project.id)).toEqual({ project: 4, chunks: 4, indexed: 4, documents: 4 });
    expect(await deletion.deleteSome(project.id)).toBe(4);
    expect(await deletion.deleteSome(project.id)).toBeUndefined();
    expect(await library.database.query('select from project where id = $1', [project.id])).toHaveLength(1);
  });

  it('does not touch what is still being read, nor another project', async () => {
    const project = await library.addProject();
    const other = await library.addProject();
    await library.documents.addText(project, { texts: ['One.'] });
    await library.documents.addText(other, { texts: ['Two.'] });
    await library.database.query(`update document set status = 'processing' where project_id = $1`, [project.id]);
    expect(await deletion.deleteSome(project.id)).toBeUndefined();
    expect(await counts(project.id)).toMatchObject({ chunks: 1 });
    expect(await counts(other.id)).toMatchObject({ chunks: 1 });
  });
});
